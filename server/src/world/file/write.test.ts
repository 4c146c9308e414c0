import { expect, test } from 'vitest'
import type { Blobs } from '../../graph/io.ts'
import type { Timers } from '../../runtime/timers.ts'
import type { Piece } from '../../store/driver.ts'
import type { Store } from '../../store/store.ts'
import { writeWorldFile } from './write.ts'

/** A world without end, and a clock that a test moves. */
function source() {
  const state = { held: false, run: undefined as (() => void) | undefined, waits: 0 }
  async function* dump(): AsyncGenerator<Piece, void, undefined> {
    state.held = true
    try {
      for (let i = 0; ; i++) yield { table: 'customers', rows: [{ id: String(i), version: 1, body: '{}' }] }
    } finally {
      state.held = false
    }
  }
  const timers = {
    after(_: number, run: () => void) {
      state.run = run
      state.waits++
      return () => {
        state.run = undefined
      }
    },
  } as unknown as Timers
  const store = { driver: { dump } } as unknown as Store
  const write = () => writeWorldFile({ store, blobs: {} as Blobs, timers, now: 0, clock: 'frozen' })
  return { state, write }
}

test('whoever never takes anything of a file is hung up on, and the moment let go of', async () => {
  const { state, write } = source()
  const file = await write()
  expect(state.held).toBe(true)
  const closed = new Promise(resolve => file.on('error', resolve))
  state.run!()
  expect(await closed).toEqual(new Error('Nobody took the file.'))
  await new Promise(resolve => setImmediate(resolve))
  expect(state).toMatchObject({ held: false, run: undefined })
})

test('whoever takes a part of it gets time again, and hangs up when they like', async () => {
  const { state, write } = source()
  const file = await write()
  const before = state.waits
  for await (const _ of file) if (state.waits > before + 3) break
  await new Promise(resolve => setImmediate(resolve))
  expect(file.destroyed).toBe(true)
  expect(state).toMatchObject({ held: false, run: undefined })
})
