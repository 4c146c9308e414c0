import { expect, test } from 'vitest'
import { luckyShrub } from '../seeds.ts'
import { worldAndBot } from '../shared-world.ts'
import { text } from '../world.ts'

const { w, bot } = await worldAndBot({ seed: luckyShrub({ number: { identity_check: true } }) })

test('a business that checks identities hears of each key, and reaches nobody with another', async () => {
  const { customer } = w.landline
  const { identity_key_hash: hash } = (await w.control('GET', `customers/${customer}`)).body
  expect(hash).toMatch(/^[A-Za-z0-9+/]{11}=$/)
  await w.says('hi')
  await bot.until(() => bot.messages().length === 1)
  expect(bot.values()[0].contacts[0].identity_key_hash).toBe(hash)

  await w.sends({ ...text('For you alone'), recipient_identity_key_hash: hash })
  await bot.until(() => bot.statuses().length === 2)
  expect(bot.statuses().map(status => status.status)).toEqual(['sent', 'delivered'])
  expect(bot.statuses()[0].recipient_identity_key_hash).toBe(hash)

  const changed = (await w.control('POST', `customers/${customer}/new_phone`)).body.identity_key_hash
  expect(changed).not.toBe(hash)
  await bot.until(() => bot.messages().length === 2)
  expect(bot.values().at(-1)).not.toHaveProperty('contacts')
  const { now } = (await w.control('GET', 'clock')).body
  expect(bot.messages()[1]).toStrictEqual({
    from: customer,
    from_user_id: expect.stringMatching(/^US\.\d+$/),
    id: expect.stringMatching(/^wamid\./),
    timestamp: String(now / 1000),
    identity: { acknowledged: false, created_timestamp: now, hash: changed },
    type: 'system',
    system: { body: 'User Sheena Nelson changed their phone', type: 'customer_identity_changed', wa_id: customer },
  })

  await w.sends({ ...text('For you alone'), recipient_identity_key_hash: hash })
  await bot.until(() => bot.statuses().length === 3)
  expect(bot.statuses()[2]).toMatchObject({
    status: 'failed',
    errors: [{ code: 137000, title: 'Recipient identity key hash mismatch' }],
  })

  await w.sends({ ...text('For you alone'), recipient_identity_key_hash: changed })
  await bot.until(() => bot.statuses().length === 5)
  expect(bot.statuses()[4].status).toBe('delivered')
})
