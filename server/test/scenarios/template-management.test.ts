import { beforeEach, describe, expect, test } from 'vitest'
import { DAY } from '../../src/domain/time.ts'
import { DOCUMENTED_WORLD, type SeedInput } from '../../src/world/seed.ts'
import { fileWorld } from '../shared-world.ts'
import { TUESDAY, world } from '../world.ts'

/* What a business does with its templates, beside creating and editing them one by one. */
const [first] = DOCUMENTED_WORLD.accounts
const OTHER = '209900000000001'
const seed: SeedInput = {
  ...DOCUMENTED_WORLD,
  accounts: [
    { ...first!, phone_numbers: first!.phone_numbers!.map(number => ({ ...number, messages_per_second: 5000 })) },
    { id: OTHER, name: 'Lucky Shrub Wholesale' },
  ],
}

const w = await fileWorld({ seed })
beforeEach(async () => {
  await w.control('POST', 'world/reset', {})
  await w.control('POST', 'clock/freeze', { at: TUESDAY })
  await w.control('POST', 'world/templates', { review_delay: '0s' })
})

const edge = (name: string) => `${w.landline.waba_id}/${name}`
const create = (name: string, more: object = {}) =>
  w.graph('POST', edge('message_templates'), {
    name,
    language: 'en_US',
    category: 'UTILITY',
    components: [{ type: 'BODY', text: `This is what we say about ${name}.` }],
    ...more,
  })
const approved = async (name: string, more: object = {}): Promise<string> => {
  const { body } = await create(name, more)
  await w.advance('1s')
  return body.id
}
/** Days pass at once: what fell due meanwhile runs at their end, and not hour by hour. */
async function pass(days: number): Promise<void> {
  const { body } = await w.control('GET', 'clock')
  await w.control('POST', 'clock/freeze', { at: body.now + days * DAY })
  await w.advance('1s')
}
const decide = (id: string, decision: string) => w.control('POST', `templates/${id}/review`, { decision })
const read = async (id: string, fields = 'status') => (await w.graph('GET', `${id}?fields=${fields}`)).body
const names = async (query: string) => {
  const { body } = await w.graph('GET', `${edge('message_templates')}?${query}`)
  return body.data.map((one: { name: string }) => one.name)
}

describe('creation', () => {
  test('a utility template that is marketing is approved as marketing, and the answer says so', async () => {
    const { body } = await create('offer', {
      allow_category_change: false,
      components: [{ type: 'BODY', text: 'Only today: 20% off all our succulents.' }],
      message_send_ttl_seconds: 60,
    })
    expect(body).toEqual({ id: expect.any(String), status: 'PENDING', category: 'MARKETING' })
    await w.advance('1s')
    expect(await read(body.id, 'category,status,message_send_ttl_seconds')).toEqual({
      id: body.id,
      category: 'MARKETING',
      status: 'APPROVED',
    })
    const again = await create('offer', { language: 'es' })
    expect(again.body.error).toMatchObject({
      code: 100,
      error_user_msg:
        "The category UTILITY doesn't match the one that's already associated with this template, MARKETING.",
    })
  })

  test('the plain switches of a template come back', async () => {
    const id = await approved('plain', { cta_url_link_tracking_opted_out: true, is_primary_device_delivery_only: true })
    const fields =
      'cta_url_link_tracking_opted_out,is_primary_device_delivery_only,source,rejected_reason,health_status'
    expect(await read(id, fields)).toMatchObject({
      cta_url_link_tracking_opted_out: true,
      is_primary_device_delivery_only: true,
      source: 'MANUAL',
      rejected_reason: 'NONE',
      health_status: { can_send_message: 'AVAILABLE' },
    })
    await w.graph('POST', id, { cta_url_link_tracking_opted_out: false })
    expect((await read(id, 'cta_url_link_tracking_opted_out')).cta_url_link_tracking_opted_out).toBe(false)
  })

  test('the hundredth creation of an hour is the last', async () => {
    for (let i = 0; i < 100; i++) expect((await create(`order_${i}`)).status).toBe(200)
    expect((await create('order_100')).body.error).toMatchObject({ code: 80008 })
    await w.advance('1h')
    expect((await create('order_100')).status).toBe(200)
  })

  test('the same wording under another name is a duplicate, and rejected', async () => {
    const components = [{ type: 'BODY', text: 'Your order is here.' }]
    await approved('one', { components })
    const id = await approved('two', { components })
    expect(await read(id, 'status,rejected_reason')).toMatchObject({
      status: 'REJECTED',
      rejected_reason: 'INVALID_FORMAT',
    })
  })
})

describe('review', () => {
  test('takes as long as the world says, or waits for a decision', async () => {
    await w.control('POST', 'world/templates', { review_delay: '24h' })
    const { id } = (await create('slow')).body
    await w.advance('23h59m')
    expect((await read(id)).status).toBe('PENDING')
    await w.advance('1m')
    expect((await read(id)).status).toBe('APPROVED')
    await w.control('POST', 'world/templates', { review: 'manual' })
    const by_hand = (await create('by_hand')).body.id
    await w.advance('7d')
    expect((await read(by_hand)).status).toBe('PENDING')
    await decide(by_hand, 'approve')
    expect((await read(by_hand)).status).toBe('APPROVED')
  })

  test('may let everything pass', async () => {
    await w.control('POST', 'world/templates', { review: 'approve' })
    expect((await w.control('GET', 'world/templates')).body).toEqual({ review: 'approve', review_delay: 0 })
    const id = await approved('passes', {
      components: [{ type: 'BODY', text: 'Pay now, or we will take legal action.' }],
    })
    expect((await read(id)).status).toBe('APPROVED')
    const { body } = await w.control('POST', 'world/templates', { pacing: { after: 5 } })
    expect(body.pacing).toEqual({ after: 5, hold: 1_800_000 })
    expect((await w.control('POST', 'world/templates', { pacing: 'off' })).body).not.toHaveProperty('pacing')
  })

  test('is made again after an edit, once a day while approved', async () => {
    const id = await approved('edited')
    const edit = (text: string) => w.graph('POST', id, { components: [{ type: 'BODY', text }] })
    expect((await edit('We say something else.')).body).toEqual({ success: true })
    expect((await edit('And something else.')).body.error).toMatchObject({ code: 100, error_subcode: 2388039 })
    await w.advance('1s')
    expect((await edit('And something else.')).body.error).toMatchObject({ code: 100, error_subcode: 2388039 })
    await w.advance('24h')
    expect((await edit('And something else.')).status).toBe(200)
  })

  test('does not begin again when an edit changes nothing, nor is that counted', async () => {
    const id = await approved('kept')
    for (const nothing of [{}, { component: [] }, { name: 'other', language: 'es' }]) {
      expect((await w.graph('POST', id, nothing)).body.error).toMatchObject({
        code: 100,
        error_data: {
          details: 'The edit changes nothing: give components, category or another member that can be changed.',
        },
      })
    }
    expect((await w.graph('POST', id, { category: 'UTILITY' })).body).toEqual({ success: true })
    expect((await read(id)).status).toBe('APPROVED')
    const components = [{ type: 'BODY', text: 'We say something else.' }]
    expect((await w.graph('POST', id, { components })).body).toEqual({ success: true })
  })

  test('of an older version does not decide over the newer one', async () => {
    await w.control('POST', 'world/templates', { review_delay: '1h' })
    const { id } = (await create('overtaken')).body
    await decide(id, 'reject')
    await w.advance('30m')
    await w.graph('POST', id, { components: [{ type: 'BODY', text: 'Something better.' }] })
    await w.advance('30m')
    expect((await read(id)).status).toBe('PENDING')
    await w.advance('30m')
    expect((await read(id)).status).toBe('APPROVED')
  })

  test('goes on when the category is corrected meanwhile', async () => {
    await w.control('POST', 'world/templates', { review_delay: '1h' })
    const { id } = (await create('corrected')).body
    await w.advance('30m')
    const { body } = await w.control('POST', `templates/${id}/category`, { category: 'MARKETING', how: 'now' })
    expect(body).toEqual({ id, category: 'MARKETING', status: 'PENDING' })
    await w.advance('1h')
    expect(await read(id, 'status,category')).toEqual({ id, status: 'APPROVED', category: 'MARKETING' })
  })

  test('takes only decisions that fit the status', async () => {
    const id = await approved('decided')
    expect((await decide(id, 'appeal')).body.error.message).toBe(
      '(#100) Template decided is APPROVED; only one that is REJECTED or DISABLED can be appealed for.',
    )
  })
})

describe('the list', () => {
  test('is filtered by status, category, language, words and time', async () => {
    await approved('alpha')
    await w.advance('1d')
    const beta = await approved('beta', { category: 'MARKETING', language: 'es' })
    await decide(beta, 'reject')
    expect(await names('status=rejected')).toEqual(['beta'])
    expect(await names('category=["MARKETING"]')).toEqual(['beta'])
    expect(await names('language=es')).toEqual(['beta'])
    expect(await names('name=alph')).toEqual(['alpha'])
    expect(await names('content=about beta')).toEqual(['beta'])
    expect(await names('name_or_content=alpha')).toEqual(['alpha'])
    expect(await names('content=body')).toEqual([])
    expect(await names('quality_score=GREEN')).toEqual([])
    expect(await names('source=AUTO_GENERATED')).toEqual([])
    const day = TUESDAY / 1000 + 3600
    expect(await names(`since=${day}`)).toEqual(['beta'])
    expect(await names(`until=${day}&name=a`)).toEqual(['alpha'])
  })

  test.each(['status=SENT', 'category=["MARKETING","NEWS"]', 'quality_score=PURPLE'])(
    'is not filtered by what does not exist: %s',
    async query => {
      const { status, body } = await w.graph('GET', `${edge('message_templates')}?${query}`)
      expect(status).toBe(400)
      expect(body.error.message).toMatch(/^\(#100\) Param \w+\[\d\] must be one of \{/)
    },
  )

  test('sums up how many there are and may be', async () => {
    await approved('alpha')
    const { body } = await w.graph(
      'GET',
      `${edge('message_templates')}?limit=1&summary=total_count,message_template_count,message_template_limit,are_translations_complete`,
    )
    expect(body.data).toHaveLength(1)
    expect(body.summary).toEqual({
      total_count: 2,
      message_template_count: 2,
      message_template_limit: 6000,
      are_translations_complete: true,
    })
    await create('alpha', { language: 'es' })
    const again = await w.graph('GET', `${edge('message_templates')}?summary=are_translations_complete`)
    expect(again.body.summary).toEqual({ are_translations_complete: false })
  })
})

test('an account of a portfolio that is not verified may have 250 templates', async () => {
  const small = await world({ seed: { ...seed, business: { ...seed.business, verification_status: 'not_verified' } } })
  const { body } = await small.graph(
    'GET',
    `${small.landline.waba_id}/message_templates?summary=message_template_limit`,
  )
  expect(body.summary).toEqual({ message_template_limit: 250 })
  await small.landline.close()
})

test('control lists the templates of all accounts, each once, whoever has an app', async () => {
  const listed = async () =>
    (await w.control('GET', 'templates?fields=name')).body.data.map((one: { name: string }) => one.name)
  await approved('alpha')
  await w.control('POST', 'apps', { name: 'Another app', business_id: w.landline.business_id })
  const customer = (await w.control('POST', 'businesses', { name: 'Jaspers Market' })).body.id
  const theirs = (await w.control('POST', 'accounts', { name: 'Jaspers Market', business_id: customer })).body.id
  const { access_token } = (await w.control('POST', 'tokens', { business_id: customer })).body
  const template = { name: 'beta', language: 'en_US', category: 'UTILITY', components: [{ type: 'BODY', text: 'Hi!' }] }
  const bearer = { authorization: `Bearer ${access_token}` }
  expect((await w.graph('POST', `${theirs}/message_templates`, template, bearer)).status).toBe(200)
  expect((await listed()).sort()).toEqual(['alpha', 'beta', 'hello_world'])
})

describe('deletion', () => {
  test('of several is all or nothing', async () => {
    const [one, two] = [await approved('one'), await approved('two')]
    const remove = (ids: unknown) =>
      w.graph('DELETE', `${edge('message_templates')}?hsm_ids=${encodeURIComponent(JSON.stringify(ids))}`)
    expect((await remove([one, '123456'])).status).toBe(400)
    expect((await read(one)).status).toBe('APPROVED')
    expect((await remove(Array(101).fill(one))).status).toBe(400)
    const query = `hsm_ids=["${one}"]&name=one`
    expect((await w.graph('DELETE', `${edge('message_templates')}?${query}`)).body.error.code).toBe(100)
    expect((await remove([one, two])).body).toEqual({ success: true })
    expect((await read(one)).error.code).toBe(100)
  })

  test('by id needs the name, and spares other languages', async () => {
    const [en, es] = [await approved('both'), await approved('both', { language: 'es' })]
    expect((await w.graph('DELETE', `${edge('message_templates')}?hsm_id=${en}`)).status).toBe(400)
    expect((await w.graph('DELETE', `${edge('message_templates')}?hsm_id=${en}&name=both`)).status).toBe(200)
    expect((await read(es)).status).toBe('APPROVED')
  })

  test('by name passes over a language that only waits for its last messages', async () => {
    const en = await approved('both')
    await approved('both', { language: 'es' })
    const remove = (query: string) => w.graph('DELETE', `${edge('message_templates')}?name=both${query}`)
    await w.control('POST', `customers/${w.landline.customer}/offline`)
    await w.sends({ type: 'template', template: { name: 'both', language: { code: 'en_US' } } })
    await w.advance('1s')
    await remove(`&hsm_id=${en}`)
    expect((await read(en)).status).toBe('PENDING_DELETION')
    expect((await remove('')).body).toEqual({ success: true })
    expect(await names('name=both&fields=name')).toEqual(['both'])
    expect((await remove('')).body.error).toMatchObject({ error_subcode: 2388039 })
  })

  test('never of the sample, nor of one that is disabled', async () => {
    expect((await w.graph('DELETE', `${edge('message_templates')}?name=hello_world`)).body.error).toMatchObject({
      code: 100,
      error_subcode: 2388094,
    })
    const id = await approved('bad')
    await decide(id, 'disable')
    expect((await w.graph('DELETE', `${edge('message_templates')}?name=bad`)).body.error).toMatchObject({
      error_subcode: 2388039,
    })
  })
})

describe('the archive', () => {
  const archive = (ids: unknown, to = 'archive') => w.graph('POST', edge(`message_templates/${to}`), { hsm_ids: ids })

  test('takes templates out of use, and gives them back as they were', async () => {
    const id = await approved('seldom')
    expect((await archive(`${id},999`)).body).toEqual({
      archived_templates: [id],
      failed_templates: { '999': 'Template not found' },
    })
    const message = { type: 'template', template: { name: 'seldom', language: { code: 'en_US' } } }
    expect((await w.sends(message)).body.error.code).toBe(132001)
    expect((await archive([id])).body.failed_templates[id]).toBe('Template is ARCHIVED and cannot be archived')
    expect((await archive([id], 'unarchive')).body).toEqual({ unarchived_templates: [id], failed_templates: {} })
    expect((await w.sends(message)).status).toBe(200)
    expect((await archive(Array.from({ length: 101 }, (_, i) => String(i)))).status).toBe(400)
  })

  test('deletes what lies in it for 28 days', async () => {
    const id = await approved('seldom')
    await archive([id])
    await pass(27)
    expect((await read(id)).status).toBe('ARCHIVED')
    await pass(1)
    expect((await read(id)).error.code).toBe(100)
  })

  test('gets what nobody has used for a year', async () => {
    const [idle, used] = [await approved('idle'), await approved('used')]
    await pass(200)
    await w.sends({ type: 'template', template: { name: 'used', language: { code: 'en_US' } } })
    await pass(165)
    expect((await read(idle)).status).toBe('ARCHIVED')
    expect((await read(used)).status).toBe('APPROVED')
    await pass(199)
    expect((await read(used)).status).toBe('APPROVED')
    await pass(1)
    expect((await read(used)).status).toBe('ARCHIVED')
  })
})

describe('authentication templates', () => {
  const components = [
    { type: 'BODY', add_security_recommendation: true },
    { type: 'FOOTER', code_expiration_minutes: 10 },
    { type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE' }] },
  ]
  const upsert = (more: object) =>
    w.graph('POST', edge('upsert_message_templates'), {
      name: 'code',
      category: 'AUTHENTICATION',
      languages: ['en_US', 'es'],
      components,
      ...more,
    })

  test('are made in many languages at once, and replaced', async () => {
    const { body } = await upsert({})
    expect(body.data).toMatchObject([
      { status: 'PENDING', language: 'en_US' },
      { status: 'PENDING', language: 'es' },
    ])
    await w.advance('1s')
    const again = await upsert({ languages: ['es', 'pt_BR'], components: [components[0], components[2]] })
    expect(again.body.data[0].id).toBe(body.data[1].id)
    expect(again.body.data).toHaveLength(2)
    const [es] = (await read(again.body.data[0].id, 'components')).components
    expect(es.text).toBe('Tu código de verificación es *{{1}}*. Por tu seguridad, no lo compartas.')
  })

  test('have no words of their own', async () => {
    const own = [components[0], { type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE', text: 'Copy' }] }]
    expect((await upsert({ components: own })).body.error).toMatchObject({ error_subcode: 2388042 })
    expect((await upsert({ languages: ['xx'] })).body.error).toMatchObject({ error_subcode: 2388049 })
    expect((await upsert({ languages: [] })).status).toBe(400)
    expect((await upsert({ category: 'UTILITY' })).status).toBe(400)
  })

  test('can be looked at before', async () => {
    const query =
      'category=AUTHENTICATION&languages=en_US,es_ES&add_security_recommendation=true&code_expiration_minutes=10&button_types=OTP'
    expect((await w.graph('GET', `${edge('message_template_previews')}?${query}`)).body.data).toEqual([
      {
        body: '*{{1}}* is your verification code. For your security, do not share this code.',
        buttons: [{ autofill_text: 'Autofill', text: 'Copy code' }],
        footer: 'This code expires in 10 minutes.',
        language: 'en_US',
      },
      {
        body: 'Tu código de verificación es *{{1}}*. Por tu seguridad, no lo compartas.',
        buttons: [{ autofill_text: 'Autocompletar', text: 'Copiar código' }],
        footer: 'Este código caduca en 10 minutos.',
        language: 'es_ES',
      },
    ])
    const all = await w.graph('GET', `${edge('message_template_previews')}?category=AUTHENTICATION`)
    expect(all.body.data).toHaveLength(111)
    for (const [minutes, answer] of [
      [0, 400],
      [1, 200],
      [90, 200],
      [91, 400],
    ]) {
      const { status } = await w.graph(
        'GET',
        `${edge('message_template_previews')}?category=AUTHENTICATION&code_expiration_minutes=${minutes}`,
      )
      expect(status).toBe(answer)
    }
  })
})

describe('the library', () => {
  test('is listed and searched, on its own and below an account', async () => {
    const all = await w.graph('GET', 'message_template_library?limit=100')
    expect(all.body.data.length).toBeGreaterThan(10)
    const found = await w.graph('GET', `${edge('message_template_library')}?usecase=DELIVERY_FAILED`)
    expect(found.body.data).toEqual([
      {
        name: 'delivery_failed_1',
        language: 'en_US',
        category: 'UTILITY',
        topic: 'ORDER_MANAGEMENT',
        usecase: 'DELIVERY_FAILED',
        industry: ['E_COMMERCE'],
        header: 'We could not deliver',
        body: expect.stringContaining('{{2}}'),
        body_params: ['#48213', 'March 3, 2027'],
        body_param_types: ['TEXT', 'DATE'],
        buttons: [
          { type: 'URL', text: 'Choose a day', url: 'https://www.example.com/' },
          { type: 'PHONE_NUMBER', text: 'Call us', phone_number: '+18005550100' },
        ],
        id: expect.stringMatching(/^\d+$/),
      },
    ])
  })

  const copy = (more: object) =>
    w.graph('POST', edge('message_templates'), {
      name: 'my_delivery',
      language: 'en_US',
      category: 'UTILITY',
      library_template_name: 'delivery_failed_1',
      ...more,
    })
  const buttons = [
    {
      type: 'URL',
      url: { base_url: 'https://www.luckyshrub.com/{{1}}', url_suffix_example: 'https://www.luckyshrub.com/demo' },
    },
    { type: 'PHONE_NUMBER', phone_number: '+16315551010' },
  ]

  test('gives a template that is approved at once', async () => {
    const { body } = await copy({
      library_template_button_inputs: JSON.stringify(buttons),
      library_template_body_inputs: { add_contact_number: true },
    })
    expect(body).toEqual({ id: expect.any(String), status: 'APPROVED', category: 'UTILITY' })
    const template = await read(body.id, 'library_template_name,components')
    expect(template.library_template_name).toBe('delivery_failed_1')
    expect(template.components[1].text).toContain('Call us at {{3}}')
    expect(template.components[2].buttons[0]).toEqual({
      type: 'URL',
      text: 'Choose a day',
      url: 'https://www.luckyshrub.com/{{1}}',
      example: ['https://www.luckyshrub.com/demo'],
    })
  })

  test('refuses what it does not have, and a button without its input', async () => {
    expect((await copy({ library_template_name: 'nothing' })).body.error.code).toBe(100)
    expect((await copy({ language: 'de', library_template_button_inputs: buttons })).body.error.code).toBe(100)
    expect((await copy({ library_template_button_inputs: buttons.slice(1) })).body.error).toMatchObject({
      code: 100,
      error_data: { details: 'library_template_button_inputs needs an input of type URL.' },
    })
  })
})

describe('between accounts', () => {
  const migrate = (more: object = {}) =>
    w.graph('POST', `${OTHER}/migrate_message_templates`, { source_waba_id: w.landline.waba_id, ...more })

  test('approved templates of good quality are copied', async () => {
    const [good, low, rejected] = [await approved('good'), await approved('low'), await approved('rejected')]
    await w.control('POST', `templates/${low}/quality`, { score: 'YELLOW' })
    await decide(rejected, 'reject')
    const { body } = await migrate({ template_ids: [good, low, rejected, '999'] })
    expect(body).toEqual({
      migrated_templates: [good],
      failed_templates: {
        [low]: 'Template quality is too low',
        [rejected]: 'Template is not approved',
        '999': 'Template not found',
      },
    })
    const copies = (await w.graph('GET', `${OTHER}/message_templates`)).body.data
    expect(copies).toMatchObject([{ name: 'good', status: 'APPROVED' }])
    expect(copies[0].id).not.toBe(good)
    expect((await migrate({ template_ids: [good] })).body.failed_templates).toEqual({
      [good]: 'Content in This Language Already Exists',
    })
  })

  test('page by page', async () => {
    await approved('good')
    expect((await migrate({ count: 1 })).body.migrated_templates).toHaveLength(1)
    expect((await migrate({ page_number: 1 })).body).toEqual({ migrated_templates: [], failed_templates: {} })
    expect((await migrate({ count: 501 })).status).toBe(400)
    expect((await migrate({ count: 500 })).status).toBe(200)
    expect((await migrate({ source_waba_id: OTHER })).status).toBe(400)
    expect((await migrate({ source_waba_id: '999' })).status).toBe(400)
  })
})

test('groups hold templates together', async () => {
  const [one, two] = [await approved('one'), await approved('two')]
  const make = (ids: string[]) =>
    w.graph('POST', edge('template_groups'), {
      name: 'Orders',
      description: 'About orders',
      whatsapp_business_templates: ids,
    })
  expect((await make(['999'])).status).toBe(400)
  const { id } = (await make([one])).body
  const group = {
    id,
    name: 'Orders',
    description: 'About orders',
    whatsapp_business_templates: { data: [{ id: one, name: 'one' }] },
  }
  expect((await w.graph('GET', id)).body).toEqual(group)
  expect((await w.graph('GET', edge('template_groups'))).body.data).toEqual([group])
  await w.graph('POST', id, { name: 'All', add_templates: [two], remove_templates: [one] })
  expect((await w.graph('GET', id)).body).toMatchObject({
    name: 'All',
    whatsapp_business_templates: { data: [{ id: two }] },
  })
  expect((await w.graph('DELETE', id)).body).toEqual({ success: true })
  expect((await w.graph('GET', id)).status).toBe(400)
})

test('two templates are compared once each was sent a thousand times', async () => {
  const [one, two] = [await approved('one'), await approved('two')]
  const end = TUESDAY / 1000 + 3600
  const compare = (query = `start=${end - 7 * 86_400}&end=${end}`, other = two) =>
    w.graph('GET', `${one}/compare?template_ids=[${other}]&${query}`)
  const send = (name: string, times: number) =>
    Promise.all(
      Array.from({ length: times }, (_, i) =>
        w.sends({ type: 'template', template: { name, language: { code: 'en_US' } } }, `1650555${2000 + (i % 100)}`),
      ),
    )
  for (let i = 0; i < 10; i++) await send('one', 100)
  await send('two', 99)
  for (let i = 0; i < 9; i++) await send('two', 100)
  expect((await compare()).body.error.error_data.details).toContain('1000')
  await send('two', 1)
  await w.sends({ type: 'template', template: { name: 'two', language: { code: 'en_US' } } })
  await w.advance('1s')
  await w.control('POST', `customers/${w.landline.customer}/block`, { reason: 'SPAM' })
  expect((await compare()).body).toEqual({
    data: [
      { metric: 'BLOCK_RATE', type: 'RELATIVE', order_by_relative_metric: [one, two] },
      {
        metric: 'MESSAGE_SENDS',
        type: 'NUMBER_VALUES',
        number_values: [
          { key: one, value: 1000 },
          { key: two, value: 1001 },
        ],
      },
      {
        metric: 'TOP_BLOCK_REASON',
        type: 'STRING_VALUES',
        string_values: [
          { key: one, value: 'UNKNOWN_BLOCK_REASON' },
          { key: two, value: 'SPAM' },
        ],
      },
    ],
  })
  expect((await compare(`start=${end - 8 * 86_400}&end=${end}`)).status).toBe(400)
  expect((await compare(undefined, one)).status).toBe(400)
}, 60_000)

test('nonsense is refused with 400 everywhere, and changes nothing', async () => {
  const id = await approved('steady')
  const waba = w.landline.waba_id
  const graph: [string, string, unknown?][] = [
    ['POST', `${waba}/message_templates/archive`, {}],
    ['POST', `${waba}/message_templates/archive`, { hsm_ids: { a: 1 } }],
    ['POST', `${waba}/message_templates/nowhere`, { hsm_ids: id }],
    ['POST', `${waba}/message_templates/archive/again`, { hsm_ids: id }],
    ['POST', `${waba}/upsert_message_templates`, { name: 1, languages: 'en', components: 'x' }],
    ['POST', `${waba}/upsert_message_templates`, { name: 'a', languages: ['en'], category: 'AUTHENTICATION' }],
    ['GET', `${waba}/message_template_previews`],
    ['GET', `${waba}/message_template_previews?category=UTILITY`],
    ['GET', `${waba}/message_template_previews?category=AUTHENTICATION&languages=xx`],
    ['POST', `${waba}/migrate_message_templates`, {}],
    ['POST', `${waba}/migrate_message_templates`, { source_waba_id: OTHER, count: 'many' }],
    ['POST', `${waba}/migrate_message_templates`, { source_waba_id: OTHER, page_number: -1 }],
    ['POST', `${waba}/template_groups`, { name: 'a' }],
    ['POST', `${waba}/template_groups`, { name: '', description: '', whatsapp_business_templates: [] }],
    ['GET', `${id}/compare`],
    ['GET', `${id}/compare?template_ids=x&start=a&end=b`],
    ['GET', `${id}/compare?template_ids=["${id}"]&start=1&end=604801`],
    [
      'POST',
      `${waba}/message_templates`,
      { name: 'a', language: 'en_US', category: 'UTILITY', library_template_name: '' },
    ],
    ['DELETE', `${waba}/message_templates?hsm_ids=x`],
  ]
  for (const [method, path, body] of graph) {
    const { status, body: answer } = await w.graph(method, path, body)
    expect([path, body, status]).toEqual([path, body, 400])
    expect(answer.error.code).toBeTypeOf('number')
  }
  const control: [string, unknown][] = [
    [`templates/${id}/quality`, { score: 'BLUE' }],
    [`templates/${id}/category`, { category: 'UTILITY' }],
    [`templates/${id}/category`, {}],
    [`templates/${id}/pacing`, { after: -1 }],
    [`templates/${id}/pacing`, { after: 1, hold: 'soon' }],
    [`templates/${id}/review`, { decision: 'approve', reason: 'SCAM' }],
    ['world/templates', { review_delay: 'soon' }],
    ['world/templates', { review: 'never' }],
    ['world/templates', { pacing: { after: 'x' } }],
    ['world/quality', { quality: 'BLUE' }],
    ['world/quality', { quality: 'RED', phone_number_id: '1' }],
  ]
  for (const [path, body] of control) {
    const { status } = await w.control('POST', path, body)
    expect([path, body, status]).toEqual([path, body, 400])
  }
  expect(await read(id, 'status,quality_score')).toMatchObject({
    status: 'APPROVED',
    quality_score: { score: 'UNKNOWN' },
  })
})
