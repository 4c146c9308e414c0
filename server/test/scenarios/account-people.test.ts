import { beforeAll, describe, expect, test } from 'vitest'
import { fileWorld } from '../shared-world.ts'
import { text } from '../world.ts'

let account: string
const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
const NO_RIGHT = {
  code: 200,
  error_subcode: 1349174,
  message: 'Need permission on WhatsAppBusinessAccount or this Business',
  error_user_title: 'Permission Denied',
}

const w = await fileWorld()
beforeAll(async () => {
  account = w.landline.waba_id
})

/** An employee with a token, and what they are assigned to do. */
async function employee(...tasks: string[]) {
  const { access_token, user_id } = (await w.control('POST', 'tokens', { role: 'EMPLOYEE' })).body
  if (tasks.length > 0) await w.graph('POST', `${account}/assigned_users`, { user: user_id, tasks })
  const headers = bearer(access_token)
  return {
    id: user_id as string,
    gets: (path: string) => w.graph('GET', path, undefined, headers),
    posts: (path: string, body: object) => w.graph('POST', path, body, headers),
    deletes: (path: string, body: object) => w.graph('DELETE', path, body, headers),
    sends: () =>
      w.graph(
        'POST',
        `${w.landline.phone_number_id}/messages`,
        { messaging_product: 'whatsapp', to: w.landline.customer, ...text('hi') },
        headers,
      ),
  }
}

describe('assigned users', () => {
  test('are listed with their tasks, for one portfolio', async () => {
    const sheena = (await w.control('POST', 'users', { name: 'Sheena Nelson' })).body
    const path = `${account}/assigned_users`
    const body = { user: sheena.id, tasks: ['MANAGE_TEMPLATES', 'VIEW_COST', 'VIEW_COST'] }
    expect((await w.graph('POST', path, body)).body).toEqual({ success: true })
    const { landline } = w
    const listed = await w.graph('GET', `${path}?business=${landline.business_id}`)
    expect(listed.body.data).toEqual([
      { id: sheena.id, name: 'Sheena Nelson', tasks: ['MANAGE_TEMPLATES', 'VIEW_COST'] },
    ])
    const fields = await w.graph('GET', `${path}?business=${landline.business_id}&fields=user_type,business`)
    expect(fields.body.data).toEqual([
      { user_type: 'BUSINESS_USER', business: { id: landline.business_id, name: 'Lucky Shrub' }, id: sheena.id },
    ])
    await w.graph('POST', path, { user: sheena.id, tasks: ['MANAGE'] })
    const assigned = await w.graph('GET', `${sheena.id}/assigned_whatsapp_business_accounts`)
    expect(assigned.body.data).toEqual([
      { id: account, name: 'Lucky Shrub', status: 'ACTIVE', permissions: ['MANAGE'] },
    ])
    expect((await w.graph('DELETE', path, { user: sheena.id })).body).toEqual({ success: true })
    const again = await w.graph('DELETE', path, { user: sheena.id })
    expect(again.status).toBe(404)
    expect(again.body.error).toMatchObject({
      code: 803,
      message: 'User is not assigned to this WhatsApp Business Account',
    })
  })

  test.each([
    [{}, '(#100) The parameter user is required.'],
    [{ user: '1' }, '(#100) The parameter tasks is required.'],
    [{ user: '1', tasks: ['MANAGE'] }, '(#100) Invalid parameter'],
    [
      { user: '1', tasks: ['DANCE'] },
      expect.stringMatching(/^\(#100\) Param tasks\[0\] must be one of \{DEVELOP, FULL_CONTROL, /),
    ],
  ])('%j is refused', async (body, message) => {
    const answer = await w.graph('POST', `${account}/assigned_users`, body)
    expect(answer.status).toBe(400)
    expect(answer.body.error.message).toEqual(message)
  })

  test('a list without its portfolio, or for a stranger, is refused', async () => {
    expect((await w.graph('GET', `${account}/assigned_users`)).body.error.message).toBe(
      '(#100) The parameter business is required.',
    )
    expect((await w.graph('GET', `${account}/assigned_users?business=1`)).body.error).toMatchObject(NO_RIGHT)
  })
})

describe('what an employee may do', () => {
  test('nothing with an account that is not assigned', async () => {
    const paul = await employee()
    const answer = await paul.gets(account)
    expect(answer.status).toBe(403)
    expect(answer.body.error).toMatchObject(NO_RIGHT)
    expect((await paul.sends()).body.error.message).toBe(
      '(#200) You do not have the necessary permissions to send messages on behalf of this WhatsApp Business Account',
    )
    const owned = await paul.gets(`${w.landline.business_id}/owned_whatsapp_business_accounts`)
    expect(owned.body).toMatchObject({ data: [] })
    const nested = await paul.gets(`${w.landline.business_id}?fields=owned_whatsapp_business_accounts{id}`)
    expect(nested.body.owned_whatsapp_business_accounts.data).toEqual([])
  })

  test.each([
    ['MESSAGING', true, false, false],
    ['DEVELOP', true, false, true],
    ['MANAGE_TEMPLATES', false, true, false],
    ['VIEW_PHONE_ASSETS', false, false, false],
    ['MANAGE', true, true, true],
    ['FULL_CONTROL', true, true, true],
  ])('with %s: sends %s, templates %s, webhooks %s', async (task, sends, templates, webhooks) => {
    await w.says('Hello')
    const ines = await employee(task)
    expect((await ines.gets(account)).status).toBe(200)
    expect((await ines.sends()).status).toBe(sends ? 200 : 403)
    const created = await ines.posts(`${account}/message_templates`, {
      name: `by_${task.toLowerCase()}`,
      language: 'en_US',
      category: 'UTILITY',
      components: [{ type: 'BODY', text: 'Your bread is ready.' }],
    })
    expect(created.status).toBe(templates ? 200 : 403)
    expect((await ines.posts(`${account}/subscribed_apps`, {})).status).toBe(webhooks ? 200 : 403)
  })

  test('managing users is a task of its own, and adding system users is for admins', async () => {
    const ines = await employee('MANAGE_USERS')
    const other = await employee()
    expect((await ines.posts(`${account}/assigned_users`, { user: other.id, tasks: ['DEVELOP'] })).status).toBe(200)
    const refused = await ines.posts(`${w.landline.business_id}/system_users`, { name: 'Mine' })
    expect(refused.body.error).toMatchObject(NO_RIGHT)
  })
})

test('what an account costs is for those who may see costs', async () => {
  await w.control('POST', `accounts/${account}/settings`, { purchase_order_number: 'PO-7' })
  const curious = await (await employee('DEVELOP')).gets(`${account}?fields=purchase_order_number`)
  expect(curious.status).toBe(403)
  expect(curious.body.error).toMatchObject({
    code: 200,
    message: '(#200) You do not have permission to access this field.',
  })
  const entitled = await (await employee('VIEW_COST')).gets(`${account}?fields=purchase_order_number`)
  expect(entitled.body).toEqual({ purchase_order_number: 'PO-7', id: account })
})

test('a permission may reach fewer accounts than its token', async () => {
  const second = (await w.control('POST', 'accounts', { name: 'Second' })).body.id
  const targets = { whatsapp_business_management: [second] }
  const { access_token } = (await w.control('POST', 'tokens', { targets })).body
  const create = (id: string) => w.graph('POST', `${id}/subscribed_apps`, {}, bearer(access_token))
  expect((await create(second)).status).toBe(200)
  expect((await create(account)).body.error.message).toBe(
    '(#200) Requires whatsapp_business_management permission to manage the object',
  )
  // Of a field that asks for it, too: the node itself is open to either permission.
  const field = (id: string) => w.graph('GET', `${id}?fields=subscribed_apps`, undefined, bearer(access_token))
  expect((await field(second)).status).toBe(200)
  expect((await field(account)).status).toBe(403)
  const { body } = await w.graph('GET', `debug_token?input_token=${access_token}`)
  expect(body.data.granular_scopes).toEqual([
    { scope: 'whatsapp_business_messaging' },
    { scope: 'whatsapp_business_management', target_ids: [second] },
  ])
})

test('system users and people of a portfolio are listed apart', async () => {
  const { business_id } = w.landline
  const bot = (await w.graph('POST', `${business_id}/system_users`, { name: 'Bot', role: 'ADMIN' })).body
  const paul = (await w.control('POST', 'users', { name: 'Paul', role: 'ADMIN' })).body
  const systems = (await w.graph('GET', `${business_id}/system_users?limit=100`)).body.data
  expect(systems).toContainEqual({ id: bot.id, name: 'Bot', role: 'ADMIN' })
  const people = (await w.graph('GET', `${business_id}/business_users`)).body.data
  expect(people).toContainEqual({ id: paul.id, name: 'Paul', role: 'ADMIN' })
  expect(people).not.toContainEqual(expect.objectContaining({ id: bot.id }))
})
