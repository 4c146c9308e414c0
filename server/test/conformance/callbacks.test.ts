import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Receiver, receiver, world } from '../world.ts'

/* The official examples that name a callback, with one that answers the handshake in place of theirs. */
let first: Receiver
let bot: Receiver
let w: Awaited<ReturnType<typeof world>>

beforeAll(async () => {
  first = await receiver()
  bot = await receiver('YOUR_VERIFY_TOKEN')
  w = await world({ webhook: { url: first.url, verifyToken: 'token' } })
})
afterAll(async () => {
  await w.landline.close()
  await first.close()
  await bot.close()
})

const override = () => ({ override_callback_uri: bot.url, verify_token: 'YOUR_VERIFY_TOKEN' })

test('custom_callback: where the messages of an account go', async () => {
  const answer = await w.graph('POST', `${w.landline.waba_id}/subscribed_apps`, override())
  expect(answer).toMatchObject({ status: 200, body: { success: true } })
  await w.says('To the account')
  await bot.until(() => bot.messages().length === 1)
  expect(first.messages()).toEqual([])
})

test('configure_webhook: where the messages of a number go', async () => {
  const body = { webhook_url: bot.url, webhook_configuration: override() }
  const answer = await w.graph('POST', w.landline.phone_number_id, body)
  expect(answer).toMatchObject({ status: 200, body: { success: true } })
})

test('comprehensive_update: everything at once', async () => {
  const answer = await w.graph('POST', w.landline.phone_number_id, {
    connection_status: 'CONNECTED',
    webhook_url: bot.url,
    whatsapp_business_api_data: { pin: '123456', show_security_notifications: true, notify_user_change_number: false },
    search_visibility: 'VISIBLE',
    webhook_configuration: override(),
    new_display_name: 'My Business Name',
    username: 'mybusiness',
  })
  expect(answer).toMatchObject({ status: 200, body: { success: true } })
})
