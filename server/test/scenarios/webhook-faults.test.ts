import { describe, expect, test } from 'vitest'
import { sharedWorld } from '../shared-world.ts'
import { isSigned, text } from '../world.ts'

const { w, bot } = await sharedWorld({ retryProfile: 'meta' })

const faults = async (wanted: object) => {
  const { status, body } = await w.control('POST', 'webhook-faults', wanted)
  expect(status).toBe(200)
  return body
}
const texts = (): string[] => bot.messages().map(message => message.text.body)
const outcomes = async (): Promise<string[]> =>
  (await w.control('GET', 'deliveries')).body.data[0].attempts.map((one: { outcome: string }) => one.outcome)

describe('webhooks that go wrong on purpose', () => {
  test('are duplicated, each copy in its own notification', async () => {
    await faults({ duplicate: 2 })
    await w.says('once')
    await w.advance('1s')
    expect(texts()).toEqual(['once', 'once', 'once'])
    expect(new Set(bot.messages().map(({ id }) => id)).size).toBe(1)
  })

  test('come in the opposite order: delivered before sent', async () => {
    await w.says('hi')
    await faults({ reorder: true })
    await w.sends(text('out of order'))
    await w.advance('1s')
    expect(bot.statuses().map(({ status }) => status)).toEqual(['delivered', 'sent'])
  })

  test('are late by the world clock', async () => {
    await faults({ delay_ms: 60_000 })
    await w.says('late')
    await w.advance('59s')
    expect(texts()).toEqual([])
    await w.advance('1s')
    expect(texts()).toEqual(['late'])
  })

  test('get lost as often as asked, and are brought by the retry schedule', async () => {
    await faults({ drop: 2 })
    await w.says('twice lost')
    await w.advance('10s')
    expect(texts()).toEqual([])
    await w.advance('20s')
    expect(texts()).toEqual(['twice lost'])
    expect(await outcomes()).toEqual(['dropped', 'dropped', 'delivered'])
  })

  test('come together, a thousand in one notification', async () => {
    await faults({ batch: 1000 })
    for (let i = 0; i < 50; i++) await w.says(`no ${i}`)
    await w.advance('1s')
    expect(bot.notifications).toHaveLength(1)
    expect(bot.notifications[0]!.body.entry).toHaveLength(50)
    expect(texts()).toEqual(Array.from({ length: 50 }, (_, i) => `no ${i}`))
  })

  test('come together, but no more than asked', async () => {
    await faults({ batch: 20 })
    for (let i = 0; i < 50; i++) await w.says(`no ${i}`)
    await w.advance('1s')
    expect(bot.notifications.map(({ body }) => body.entry.length)).toEqual([20, 20, 10])
  })

  test('carry a signature that does not fit', async () => {
    await faults({ bad_signature: true })
    await w.says('forged?')
    await w.advance('1s')
    expect(isSigned(bot.notifications[0]!, w.landline.app_secret)).toBe(false)
    expect(bot.notifications[0]!.headers['x-hub-signature-256']).toMatch(/^sha256=[0-9a-f]{64}$/)
    await w.control('DELETE', 'webhook-faults')
    await w.says('honest')
    await w.advance('1s')
    expect(isSigned(bot.notifications[1]!, w.landline.app_secret)).toBe(true)
  })

  test('are slow, and arrive whole', async () => {
    await faults({ slow_ms: 50 })
    await w.says('s l o w')
    await w.advance('1s')
    expect(texts()).toEqual(['s l o w'])
    expect(isSigned(bot.notifications[0]!, w.landline.app_secret)).toBe(true)
    const { body } = await w.control('GET', 'deliveries')
    expect(body.data[0].attempts[0].duration).toBeGreaterThanOrEqual(49)
  })

  test('only of the fields that were named', async () => {
    await faults({ fields: ['message_template_status_update'], duplicate: 1 })
    await w.says('once')
    await w.advance('1s')
    expect(texts()).toEqual(['once'])
  })

  test('are off by default, shown, and refused when they make no sense', async () => {
    const { app_id } = w.landline
    expect((await w.control('GET', 'webhook-faults')).body).toEqual({ app_id, faults: {} })
    expect(await faults({ duplicate: 1, slow_ms: 5 })).toEqual({ app_id, faults: { duplicate: 1, slow_ms: 5 } })
    expect((await w.control('GET', 'webhook-faults')).body.faults).toEqual({ duplicate: 1, slow_ms: 5 })
    expect((await w.control('POST', 'webhook-faults', { batch: 1001 })).status).toBe(400)
    expect((await w.control('POST', 'webhook-faults', { typo: 1 })).status).toBe(400)
    expect((await w.control('POST', 'webhook-faults', { app_id: '1', drop: 1 })).body.error.message).toContain(
      'no app 1',
    )
  })
})
