import { expect, test } from 'vitest'
import { DAY, HOUR } from '../../src/domain/time.ts'
import { twoNodes } from '../two-nodes.ts'
import { text } from '../world.ts'

const { one, two, bot } = await twoNodes()
type Node = typeof one

const clockOf = async (node: Node) => (await node.control('GET', 'clock')).body
const frozenAt = (at: number) => ({ mode: 'frozen', now: at })

/** The clock of this node becomes that of the other, without anybody asking the other to. */
const follows = (node: Node, clock: object) => expect.poll(() => clockOf(node)).toMatchObject(clock)

test('the clock is moved on one node and moves on the other: the window that is closed here is closed there', async () => {
  const start = (await clockOf(one)).now
  await two.says('Do you have ferns?')
  expect((await one.control('POST', 'clock/freeze', { at: start + HOUR })).status).toBe(200)
  await follows(two, frozenAt(start + HOUR))
  await one.advance('25h')
  await follows(two, frozenAt(start + HOUR + 25 * HOUR))
  const { body } = await two.sends(text('We do.'))
  const [failed] = await bot.fateOf(body.messages[0].id)
  expect(failed).toMatchObject({ status: 'failed', errors: [{ code: 131047 }] })
  expect(Number(failed.timestamp)).toBe(Math.floor((start + 26 * HOUR) / 1000))
  await two.control('POST', 'clock/resume')
  await follows(one, { mode: 'running' })
  expect((await clockOf(one)).now).toBeGreaterThanOrEqual(start + 26 * HOUR)
})

test('a setting of the world that another node changes leaves the clock where it is', async () => {
  const at = (await clockOf(one)).now + DAY
  await one.control('POST', 'clock/freeze', { at })
  await follows(two, frozenAt(at))
  await two.control('POST', 'world/templates', { review: 'manual' })
  await expect.poll(async () => (await one.control('GET', 'world/templates')).body.review).toBe('manual')
  expect(await clockOf(one)).toEqual(frozenAt(at))
})

test('a reset keeps the clock, and going back to a snapshot brings its own, on every node', async () => {
  const at = (await clockOf(one)).now + DAY
  await one.control('POST', 'clock/freeze', { at })
  await one.control('POST', 'world/snapshots', { name: 'morning' })
  await one.advance('3d')
  await follows(two, frozenAt(at + 3 * DAY))
  expect((await one.control('POST', 'world/reset')).status).toBe(200)
  await two.says('Hello again.')
  const said = (await two.control('GET', `events?type=message.received`)).body.data.at(-1)
  expect(said.at).toBe(at + 3 * DAY)
  expect(await clockOf(one)).toEqual(frozenAt(at + 3 * DAY))
  expect((await two.control('POST', 'world/restore', { name: 'morning' })).status).toBe(400)
  expect((await one.control('POST', 'world/restore', { name: 'morning' })).status).toBe(200)
  await follows(two, frozenAt(at))
})
