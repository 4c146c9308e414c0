import { expect, test } from 'vitest'
import { worldAndBot } from '../shared-world.ts'
import { hello, isSigned, text } from '../world.ts'

const { w, bot } = await worldAndBot()

test('a customer writes, the business answers, a day passes, and only a template gets through', async () => {
  await w.says('Do you have rye today?')
  await bot.until(() => bot.messages().length === 1)
  expect(bot.messages()[0]).toMatchObject({
    from: '16505551234',
    type: 'text',
    text: { body: 'Do you have rye today?' },
  })

  const answered = await w.sends(text('Yes, fresh from the oven!'))
  expect(answered.status).toBe(200)
  const wamid = answered.body.messages[0].id
  await bot.until(() => bot.statuses().filter(status => status.id === wamid).length === 2)
  expect(bot.statuses().map(status => status.status)).toEqual(['sent', 'delivered'])

  await w.control('POST', `customers/${w.landline.customer}/read`, {})
  await bot.until(() => bot.statuses().length === 3)
  expect(bot.statuses().at(-1)).toMatchObject({ id: wamid, status: 'read', recipient_id: '16505551234' })

  await w.advance('24h')
  const late = await w.sends(text('Still there?'))
  expect(late.status).toBe(200)
  await bot.until(() => bot.statuses().length === 4)
  expect(bot.statuses().at(-1)).toMatchObject({
    id: late.body.messages[0].id,
    status: 'failed',
    errors: [{ code: 131047, title: 'Re-engagement message' }],
  })

  const template = await w.sends(hello)
  expect(template.body.messages[0].message_status).toBe('accepted')
  await bot.until(() => bot.statuses().length === 6)
  expect(
    bot
      .statuses()
      .slice(-2)
      .map(status => status.status),
  ).toEqual(['sent', 'delivered'])
  expect(bot.notifications.every(one => isSigned(one, w.landline.app_secret))).toBe(true)
})
