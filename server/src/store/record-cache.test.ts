import { expect, test } from 'vitest'
import { recordCache } from './record-cache.ts'

/** A read that ends when the test says so. */
function slowRead() {
  const reads: PromiseWithResolvers<string>[] = []
  const load = () => {
    const read = Promise.withResolvers<string>()
    reads.push(read)
    return read.promise
  }
  return { reads, load }
}

test('those who ask at the same time share one read, and whoever asks later has its answer', async () => {
  const { reads, load } = slowRead()
  const find = recordCache().keep('numbers', load)
  const asked = [find('1'), find('1')]
  reads[0]!.resolve('one')
  expect(await Promise.all([...asked, find('1')])).toEqual(['one', 'one', 'one'])
  expect(reads).toHaveLength(1)
})

test('what a read finds that began before a change is for nobody who asks after it', async () => {
  const { reads, load } = slowRead()
  const cache = recordCache()
  const find = cache.keep('numbers', load)
  const before = find('1')
  cache.drop('numbers', '1')
  const after = find('1')
  reads[0]!.resolve('old')
  reads[1]!.resolve('new')
  expect([await before, await after, await find('1')]).toEqual(['old', 'new', 'new'])
})

test('a read that fails is not kept, nor does it take a later one along', async () => {
  const { reads, load } = slowRead()
  const cache = recordCache()
  const find = cache.keep('numbers', load)
  const lost = find('1')
  cache.drop('numbers', '1')
  const again = find('1')
  reads[0]!.reject(new Error('The database is away.'))
  await expect(lost).rejects.toThrow('away')
  reads[1]!.resolve('one')
  expect([await again, await find('1')]).toEqual(['one', 'one'])
  const other = find('2')
  reads[2]!.reject(new Error('The database is away.'))
  await expect(other).rejects.toThrow('away')
  reads.length = 0
  const third = find('2')
  reads[0]!.resolve('two')
  expect(await third).toBe('two')
})

test('beyond its limit, what came first goes first', async () => {
  let loads = 0
  const find = recordCache(2).keep('numbers', async id => `${id}, read ${++loads}`)
  for (const id of ['1', '2', '3']) await find(id)
  expect([await find('3'), await find('2'), await find('1')]).toEqual(['3, read 3', '2, read 2', '1, read 4'])
})
