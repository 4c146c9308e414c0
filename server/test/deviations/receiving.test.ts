import { beforeEach, expect, test } from 'vitest'
import { userIdOf } from '../../src/network/user-id.ts'
import { luckyShrub } from '../seeds.ts'
import { worldAndBot } from '../shared-world.ts'
import { receiver, text } from '../world.ts'

const { w, bot } = await worldAndBot({
  seed: luckyShrub({
    number: { identity_check: true },
    templates: [
      {
        name: 'sale',
        category: 'MARKETING',
        components: [
          { type: 'BODY', text: 'Our sale begins.' },
          { type: 'BUTTONS', buttons: [{ type: 'URL', text: 'Look', url: 'https://www.luckyshrub.com/' }] },
        ],
      },
    ],
  }),
})
beforeEach(async () => {
  bot.notifications.length = 0
  await says('hi')
})
let customer = '16505551234'
const does = (edge: string, body: object = {}) => w.control('POST', `customers/${customer}/${edge}`, body)

/** Says something, and waits until the business has heard of it. */
async function says(words: string) {
  const { id } = (await does('say', { text: words })).body
  await bot.until(() => bot.messages().some(message => message.id === id))
  return bot.values().find(value => value.messages?.[0].id === id)
}

const heardOf = async (type: string) => {
  await bot.until(() => bot.messages().some(message => message.type === type))
  return bot.messages().find(message => message.type === type)
}

test('D42: a number that is in no app hears of changed and deleted messages', async () => {
  await does('edit', { text: 'hello' })
  expect((await heardOf('edit')).edit.message.text).toEqual({ body: 'hello' })
  await does('delete')
  expect((await heardOf('revoke')).revoke).toEqual({ original_message_id: expect.stringMatching(/^wamid\./) })
})

test('D43: a greeting is asked for when somebody says so', async () => {
  await does('say', { request_welcome: true })
  expect(await heardOf('request_welcome')).not.toHaveProperty('request_welcome')
})

test('D44: a phone number behind a username is shown for 30 days, and in no other way', async () => {
  await w.control('POST', `customers/${customer}`, { username: 'sheena' })
  await w.advance('29d')
  expect((await says('still known')).contacts[0]).toHaveProperty('wa_id')
  await w.advance('30d')
  expect((await says('no longer known')).contacts[0]).not.toHaveProperty('wa_id')
  await w.control('POST', `customers/${customer}`, { username: '' })
})

test('D45: a click on a marketing template is told, where that is switched on', async () => {
  await w.control('POST', 'rollout', { link_clicks: true })
  const template = { type: 'template', template: { name: 'sale', language: { code: 'en_US' } } }
  const { id } = (await w.sends(template)).body.messages[0]
  await bot.until(() => bot.statuses().some(status => status.id === id && status.status === 'delivered'))
  await does('tap', { button: 'Look' })
  await bot.until(() => bot.values().some(value => value.user_actions))
})

test('D46: a new phone is told to numbers that check identities', async () => {
  await does('new_phone')
  expect((await heardOf('system')).system).toEqual({
    body: 'User Sheena Nelson changed their phone',
    type: 'customer_identity_changed',
    wa_id: customer,
  })
})

test('D41: a new number is told in three ways', async () => {
  await says('I am moving')
  const moved = (await does('number', { wa_id: '+1 219-555-5358' })).body.wa_id
  await bot.until(() => bot.values().some(value => value.user_id_update))
  const told = () => bot.messages().filter(message => message.from === customer && message.type === 'system')
  await bot.until(() => told().length === 2)
  expect(told().map(message => message.system.type)).toEqual(['user_changed_number', 'user_changed_user_id'])
  customer = moved
  expect((await w.sends(text('hello'), moved)).status).toBe(200)
})

test('D93: only the app that failed to take a webhook gets it again', async () => {
  const other = await receiver('token')
  const { business_id, waba_id } = w.landline
  const app = (await w.control('POST', 'apps', { name: 'Jaspers Desk', business_id })).body
  const { access_token } = (await w.control('POST', 'tokens', { app_id: app.id })).body
  const subscription = { object: 'whatsapp_business_account', callback_url: other.url, verify_token: 'token' }
  const appToken = { authorization: `Bearer ${app.id}|${app.app_secret}` }
  await w.graph('POST', `${app.id}/subscriptions`, { ...subscription, fields: 'messages' }, appToken)
  await w.graph('POST', `${waba_id}/subscribed_apps`, {}, { authorization: `Bearer ${access_token}` })
  await w.control('POST', 'webhook-faults', { app_id: app.id, drop: 1 })
  await says('Rye, please!')
  await w.advance('1m')
  await other.until(() => other.messages().length > 0)
  expect(other.messages().map(message => message.text.body)).toEqual(['Rye, please!'])
  expect(bot.messages().filter(message => message.text.body === 'Rye, please!')).toHaveLength(1)
  await w.graph('DELETE', `${waba_id}/subscribed_apps`, undefined, { authorization: `Bearer ${access_token}` })
  await other.close()
})

test('D94: a user id follows from the number alone, whoever asks', async () => {
  const heard = await says('Rye, please!')
  expect(heard.contacts[0].user_id).toBe(userIdOf(heard.contacts[0].wa_id))
})
