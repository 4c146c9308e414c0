import { expect, test } from 'vitest'
import { luckyShrub } from '../seeds.ts'
import { sharedWorld } from '../shared-world.ts'

const { w, bot } = await sharedWorld({
  seed: luckyShrub({
    account: {
      phone_numbers: [
        { id: '106540352242922', phone: '+1 555-078-3881', verified_name: 'Lucky Shrub' },
        { id: '106540352242923', phone: '+1 555-078-3882', verified_name: 'Jaspers Market' },
      ],
    },
  }),
})

const ID = '106540352242922'
const OTHER = '106540352242923'
const rename = (new_display_name: string) => w.graph('POST', ID, { new_display_name })
const read = async (fields: string, id = ID) => (await w.graph('GET', `${id}?fields=${fields}`)).body
const told = async (field: string) => {
  const found = () => bot.changes().filter(one => one.field === field)
  await bot.until(() => found().length > 0)
  return found().map(({ value }) => value)
}

test('a new display name is reviewed, approved and told', async () => {
  expect((await rename('Lucky Shrub Boston')).body).toEqual({ success: true })
  expect(await read('verified_name,name_status,new_display_name,new_name_status')).toEqual({
    verified_name: 'Lucky Shrub',
    name_status: 'APPROVED',
    new_display_name: 'Lucky Shrub Boston',
    new_name_status: 'PENDING_REVIEW',
    id: ID,
  })
  await w.advance('2s')
  expect(await read('verified_name,name_status,new_display_name,new_name_status')).toEqual({
    verified_name: 'Lucky Shrub Boston',
    name_status: 'APPROVED',
    new_name_status: 'NONE',
    id: ID,
  })
  expect(await told('phone_number_name_update')).toEqual([
    {
      display_phone_number: '15550783881',
      decision: 'APPROVED',
      requested_verified_name: 'Lucky Shrub Boston',
      rejection_reason: null,
    },
  ])
})

test.each(['Lucky 🌵', 'https://luckyshrub.com', '*** Lucky ***', '12345'])(
  'a name whose format speaks against it is declined: %s',
  async name => {
    await rename(name)
    await w.advance('2s')
    expect(await read('verified_name,new_name_status')).toMatchObject({
      verified_name: 'Lucky Shrub',
      new_name_status: 'DECLINED',
    })
    expect(await told('phone_number_name_update')).toMatchObject([
      { decision: 'REJECTED', rejection_reason: 'NAME_FORMAT_UNACCEPTABLE' },
    ])
  },
)

test('whoever runs the server decides otherwise', async () => {
  const decide = (body: object) => w.control('POST', `numbers/${ID}/name-review`, body)
  expect((await decide({ decision: 'approve' })).body.error.message).toMatch(/Ask for one with new_display_name/)
  await rename('Jaspers Market')
  expect((await decide({ decision: 'defer' })).body.name_status).toBe('PENDING_REVIEW')
  expect((await decide({ decision: 'approve', reason: 'UNKNOWN' })).body.error.message).toMatch(/Only a rejection/)
  expect((await decide({ decision: 'reject', reason: 'NAME_NOT_CONSISTENT' })).body).toMatchObject({
    name_status: 'DECLINED',
  })
  await w.advance('2s')
  expect(await read('verified_name')).toMatchObject({ verified_name: 'Lucky Shrub' })
  await bot.until(() => bot.values().length === 2)
  expect(bot.values()).toMatchObject([
    { decision: 'DEFERRED', rejection_reason: null },
    { decision: 'REJECTED', rejection_reason: 'NAME_NOT_CONSISTENT' },
  ])
})

test('a name that nobody has looked at is reviewed when the messaging limit rises', async () => {
  const limit = (messaging_limit: string) =>
    w.control('POST', `businesses/${w.landline.business_id}/messaging_limit`, { messaging_limit })
  const added = { cc: '1', phone_number: '6505550100', verified_name: 'Lucky Shrub Boston' }
  const { id } = (await w.graph('POST', `${w.landline.waba_id}/phone_numbers`, added)).body
  const status = async () => (await read('name_status', id)).name_status
  await limit('TIER_2K')
  expect(await status()).toBe('AVAILABLE_WITHOUT_REVIEW')
  await limit('TIER_10K')
  expect(await status()).toBe('PENDING_REVIEW')
  await w.advance('2s')
  expect(await status()).toBe('APPROVED')
  expect(await told('phone_number_name_update')).toEqual([
    {
      display_phone_number: '16505550100',
      decision: 'APPROVED',
      requested_verified_name: 'Lucky Shrub Boston',
      rejection_reason: null,
    },
  ])
})

const oba = (method: string, body?: object) => w.graph(method, `${ID}/official_business_account`, body)
const application = { business_website_url: 'https://www.luckyshrub.com', primary_language: 'en' }

test('an official business account is applied for, and granted when the documented requirements are met', async () => {
  expect((await oba('GET')).body).toMatchObject({ id: ID, oba_status: 'NOT_STARTED' })
  expect(await read('official_business_account')).toEqual({
    official_business_account: { oba_status: 'NOT_STARTED' },
    id: ID,
  })
  await w.graph('POST', ID, { pin: '123456' })
  await w.advance('30d')
  expect((await oba('POST', application)).body).toEqual({ success: true })
  expect((await oba('GET')).body).toMatchObject({ oba_status: 'PENDING' })
  expect((await oba('POST', application)).body.error.message).toBe(
    '(#100) Cannot submit application: An active application already exists',
  )
  await w.advance('2s')
  expect((await oba('GET')).body).toMatchObject({ oba_status: 'APPROVED' })
  expect(await read('is_official_business_account')).toMatchObject({ is_official_business_account: true })
  expect(await told('account_alerts')).toEqual([
    {
      entity_type: 'PHONE_NUMBER',
      entity_id: ID,
      alert_info: {
        alert_severity: 'INFORMATIONAL',
        alert_status: 'NONE',
        alert_type: 'OBA_APPROVED',
        alert_description: 'Your Official Business Account has been approved',
      },
    },
  ])
})

test('a number that is too new is rejected, and may apply again after 30 days', async () => {
  await w.graph('POST', ID, { pin: '123456' })
  await oba('POST', application)
  await w.advance('2s')
  expect((await oba('GET')).body.status_message).toContain('less than 30 days')
  expect(await told('account_alerts')).toMatchObject([{ alert_info: { alert_type: 'OBA_REJECTED' } }])
  expect((await oba('POST', application)).body.error.message).toMatch(/30 days have to pass/)
  await w.advance('30d')
  expect((await oba('POST', application)).status).toBe(200)
})

test('an application is withdrawn, or decided over by whoever runs the server', async () => {
  const submit = { action: 'SUBMIT_APPLICATION', application_data: { website_url: 'https://www.luckyshrub.com' } }
  expect((await oba('POST', { action: 'WITHDRAW_APPLICATION' })).body.error.message).toMatch(/No pending application/)
  expect((await oba('POST', submit)).body).toMatchObject({ success: true, updated_status: { oba_status: 'PENDING' } })
  expect((await oba('POST', { action: 'WITHDRAW_APPLICATION' })).body.updated_status.oba_status).toBe('CANCELLED')
  await oba('POST', submit)
  const decide = (decision: string) => w.control('POST', `numbers/${ID}/official-account-review`, { decision })
  expect((await decide('approve')).body).toEqual({ id: ID, oba_status: 'APPROVED' })
  expect((await decide('reject')).body.error.message).toMatch(/only one that is PENDING/)
})

test('an application without a website, or with six links, is refused', async () => {
  expect((await oba('POST', {})).body.error).toMatchObject({ code: 100 })
  const links = Array.from({ length: 6 }, (_, n) => `https://news.example/${n}`)
  expect((await oba('POST', { ...application, supporting_links: links })).body.error).toMatchObject({ code: 100 })
  expect((await oba('POST', { ...application, supporting_links: links.slice(1) })).status).toBe(200)
})

const username = (method: string, body?: object, id = ID) => w.graph(method, `${id}/username`, body)

test('a username is taken, moved to another number, and given back', async () => {
  expect((await username('GET')).body).toEqual({})
  expect((await username('POST', { username: 'luckyshrub' })).body).toEqual({ status: 'approved' })
  expect((await username('GET')).body).toEqual({ username: 'luckyshrub', status: 'approved' })
  expect((await username('POST', { username: 'luckyshrub' }, OTHER)).body.error).toMatchObject({
    code: 147005,
    message: '(#147005) Username transfer required',
  })
  const force = { username: 'luckyshrub', transfer_action: 'force_transfer' }
  expect((await username('POST', force, OTHER)).body).toEqual({ status: 'approved' })
  expect((await username('GET')).body).toEqual({})
  expect(await read('username', OTHER)).toEqual({ username: 'luckyshrub', id: OTHER })
  expect((await username('DELETE', undefined, OTHER)).body).toEqual({ success: true })
  expect((await username('DELETE', undefined, OTHER)).body).toEqual({ success: false })
})

test('of two numbers that ask for one name at the same time, one gets it', async () => {
  const ask = (id: string) => username('POST', { username: 'luckyshrub' }, id)
  const answers = await Promise.all([ask(ID), ask(OTHER)])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 400])
  const winner = answers[0]!.status === 200 ? ID : OTHER
  expect((await username('POST', { username: 'lucky.shrub' }, winner)).status).toBe(200)
  expect((await ask(winner === ID ? OTHER : ID)).status).toBe(200)
})

test('usernames are suggested from the display name, without those that are taken', async () => {
  await username('POST', { username: 'luckyshrub' }, OTHER)
  const { data } = (await w.graph('GET', `${ID}/username_suggestions`)).body
  expect(data).toEqual([{ username_suggestions: ['lucky_shrub', 'lucky.shrub', 'luckyshrubofficial'] }])
})

test.each(['abc', 'x'.repeat(35), 'a.b_c', '1a2'])('%s can be a username', async name => {
  expect((await username('POST', { username: name })).status).toBe(200)
})

test.each(['ab', 'x'.repeat(36), 'Lucky', '123', '.abc', 'abc.', 'a..b', 'wwwabc', 'shrub.com', 'lucky shrub'])(
  '%s cannot be a username',
  async name => {
    expect((await username('POST', { username: name })).body.error).toMatchObject({
      code: 100,
      message: '(#100) Param Invalid',
    })
  },
)

test('a number that is not registered has no username', async () => {
  await w.graph('POST', `${ID}/deregister`, {})
  expect((await username('POST', { username: 'luckyshrub' })).body.error).toMatchObject({ code: 133010 })
})
