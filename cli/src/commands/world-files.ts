import { openAsBlob } from 'node:fs'
import type { Command } from 'commander'
import { CommandError, type Terminal } from '../terminal.ts'
import { action, type Context, clockTime, serverCommand, table } from './common.ts'

interface Snapshot {
  name: string
  size: number
  written_at: number
}
interface Restored {
  at: number
}

/** Whole worlds as files, and worlds kept by the server under a name. */
export function worldFileCommand(terminal: Terminal): Command {
  const world = serverCommand('world', 'carry whole worlds about, and go back to one that was kept')
  const add = <F extends object>(
    usage: string,
    description: string,
    argument: [name: string, description: string] | undefined,
    act: (context: Context<F>, argument: string) => Promise<void>,
  ) => {
    const command = serverCommand(usage, description)
    if (argument) command.argument(...argument)
    world.addCommand(command.action(action<F, [string]>(terminal, act)))
  }
  const file: [string, string] = ['<file>', 'path of the file']
  const name: [string, string] = ['<name>', 'letters, digits, - and _']
  add('export', 'write the world into a file', file, async ({ client, show }, path) => {
    const size = await client.save('world/export', path)
    show({ file: path, size }, () => `The world is in ${path} (${size} bytes).`)
  })
  add('import', 'put the world of a file in the place of this one', file, async ({ client, show }, path) => {
    const form = new FormData()
    const bytes = await blobOf(path)
    form.set('file', bytes, 'world.landline')
    const answer = await client.control<Restored>('POST', 'world/import', { body: form })
    show(answer, () => `The world is that of ${path}. In it, it is ${clockTime(answer.at)} UTC.`)
  })
  add('snapshot', 'keep the world as it is under a name', name, async ({ client, show }, wanted) => {
    const answer = await client.control<Snapshot>('POST', 'world/snapshots', { body: { name: wanted } })
    show(answer, () => `Kept as ${answer.name} (${answer.size} bytes).`)
  })
  add('restore', 'go back to a world that was kept, its clock included', name, async ({ client, show }, wanted) => {
    const answer = await client.control<Restored>('POST', 'world/restore', { body: { name: wanted } })
    show(answer, () => `The world is that of ${wanted}. In it, it is ${clockTime(answer.at)} UTC.`)
  })
  add('forget', 'remove a world that was kept', name, async ({ client, show }, wanted) => {
    const query = { name: wanted }
    show(await client.control('DELETE', 'world/snapshots', { query }), () => `${wanted} is forgotten.`)
  })
  add('snapshots', 'worlds that were kept', undefined, async ({ client, show }) => {
    const answer = await client.control<{ data: Snapshot[] }>('GET', 'world/snapshots')
    const rows = answer.data.map(one => [one.name, `${one.size} bytes`, clockTime(one.written_at)])
    show(answer, () => (rows.length === 0 ? 'None.' : table(rows)))
  })
  return world
}

/** The file is read as it is sent. */
async function blobOf(path: string): Promise<Blob> {
  try {
    return await openAsBlob(path)
  } catch {
    throw new CommandError(`There is no file ${path}.`)
  }
}
