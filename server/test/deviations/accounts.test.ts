import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { fileWorld } from '../shared-world.ts'
import { hello } from '../world.ts'

const w = await fileWorld()

const decide = (edge: string, body: object = {}) => w.control('POST', `accounts/${w.landline.waba_id}/${edge}`, body)
const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

test('D54: a ban answers sends with 131031, a restriction with 368', async () => {
  await decide('restrict', { types: ['RESTRICTED_BIZ_INITIATED_MESSAGING'] })
  expect((await w.sends(hello)).body.error.code).toBe(368)
  await decide('ban')
  expect((await w.sends(hello)).body.error.code).toBe(131031)
  await decide('reinstate')
  expect((await w.sends(hello)).status).toBe(200)
})

test('D55: an employee who may look at numbers cannot change webhooks', async () => {
  const { access_token, user_id } = (await w.control('POST', 'tokens', { role: 'EMPLOYEE' })).body
  const edge = `${w.landline.waba_id}/subscribed_apps`
  expect((await w.graph('GET', edge, undefined, bearer(access_token))).body.error.code).toBe(200)
  await w.graph('POST', `${w.landline.waba_id}/assigned_users`, { user: user_id, tasks: ['VIEW_PHONE_ASSETS'] })
  expect((await w.graph('GET', edge, undefined, bearer(access_token))).status).toBe(200)
  expect((await w.graph('DELETE', edge, undefined, bearer(access_token))).body.error.code).toBe(200)
})

test('D56: assigning a user again replaces the tasks', async () => {
  const { id: user } = (await w.control('POST', 'users', { name: 'Sheena Nelson' })).body
  const edge = `${w.landline.waba_id}/assigned_users`
  for (const tasks of [['DEVELOP', 'MESSAGING'], ['VIEW_COST']])
    expect((await w.graph('POST', edge, { user, tasks })).body).toEqual({ success: true })
  const { data } = (await w.graph('GET', `${edge}?business=${w.landline.business_id}`)).body
  expect(data).toContainEqual({ id: user, name: 'Sheena Nelson', tasks: ['VIEW_COST'] })
})

test('D57: fetch_only gives out another token each time, and all of them work', async () => {
  const { access_token, app_secret, business_id } = w.landline
  const appsecret_proof = createHmac('sha256', app_secret).update(access_token).digest('hex')
  const fetchOnly = () =>
    w.graph('POST', `${business_id}/system_user_access_tokens`, { appsecret_proof, fetch_only: true })
  const texts = [(await fetchOnly()).body.access_token, (await fetchOnly()).body.access_token]
  expect(texts[0]).not.toBe(texts[1])
  for (const text of texts) expect((await w.graph('GET', 'me', undefined, bearer(text))).status).toBe(200)
})

test('D58: a third system user is added', async () => {
  for (const name of ['One', 'Two', 'Three'])
    expect((await w.graph('POST', `${w.landline.business_id}/system_users`, { name, role: 'ADMIN' })).status).toBe(200)
})

test('D59: an account is created by a control operation, and is an account like any other', async () => {
  const { id } = (await w.control('POST', 'accounts', { name: 'Second shop' })).body
  expect((await w.graph('GET', id)).body).toMatchObject({ id, name: 'Second shop' })
})

test('D60: an activity has no address', async () => {
  await w.graph('POST', w.landline.waba_id, { name: 'Lucky Shrub' })
  const { body } = await w.graph('GET', `${w.landline.waba_id}/activities?limit=1&fields=ip_address,user_agent`)
  expect(body.data).toEqual([{ id: expect.any(String) }])
})

test('D99: an account in review sends, and makes templates', async () => {
  await decide('review', { decision: 'pend' })
  expect((await w.graph('GET', `${w.landline.waba_id}?fields=account_review_status`)).body).toMatchObject({
    account_review_status: 'PENDING',
  })
  expect((await w.sends(hello)).status).toBe(200)
  const created = await w.graph('POST', `${w.landline.waba_id}/message_templates`, {
    name: 'in_review',
    language: 'en_US',
    category: 'UTILITY',
    components: [{ type: 'BODY', text: 'Your order is on its way.' }],
  })
  expect(created.status).toBe(200)
})
