import type { CompiledQuery, Kysely } from 'kysely'
import type { Schema } from './schema.ts'

/**
 * Reads single rows by their key. The statement is built once: building it costs more than running it.
 * `columns` are those that are wanted; none means all.
 */
export function rowById<T extends Exclude<keyof Schema, 'events'>, R = Schema[T]>(
  db: Kysely<Schema>,
  table: T,
  columns: readonly (keyof Schema[T] & string)[] = [],
): (id: string) => Promise<R | undefined> {
  let compiled: CompiledQuery<R> | undefined
  const compile = (): CompiledQuery<R> => {
    const query = db.selectFrom(table as 'messages')
    const wanted = columns.length === 0 ? query.selectAll() : query.select(columns as never)
    return wanted.where('id', '=', '').compile() as unknown as CompiledQuery<R>
  }
  return async id => {
    compiled ??= compile()
    const { rows } = await db.executeQuery<R>({ ...compiled, parameters: [id] })
    return rows[0]
  }
}
