import { expect, test } from 'vitest'
import { fileWorld } from '../shared-world.ts'

const w = await fileWorld()

test('D24: a call of a batch whose forerunner failed is null, and a download is refused', async () => {
  const said = await w.control('POST', `customers/${w.landline.customer}/say`, {
    document: { data: Buffer.from('Water twice a week.').toString('base64'), mime_type: 'text/plain' },
  })
  const { url } = (await w.graph('GET', said.body.message.content.id)).body
  const { pathname, search } = new URL(url)
  const { body } = await w.graph('POST', '', {
    batch: [
      { method: 'GET', name: 'wrong', relative_url: '404404' },
      { method: 'GET', depends_on: 'wrong', relative_url: 'me' },
      { method: 'GET', relative_url: pathname + search },
    ],
  })
  expect(body[1]).toBeNull()
  expect(body[2].code).toBe(400)
  expect(JSON.parse(body[2].body).error).toMatchObject({ code: 100, error_subcode: 33 })
})

test('D25: a write whose fields cannot be read answers as it does without them', async () => {
  const templates = `${w.landline.waba_id}/message_templates`
  const { status, body } = await w.graph('POST', `${templates}?fields=nonsense&debug=all`, {
    name: 'written_all_the_same',
    language: 'en_US',
    category: 'UTILITY',
    components: [{ type: 'BODY', text: 'Your plants are ready.' }],
  })
  expect(status).toBe(200)
  expect(body).toMatchObject({ id: expect.any(String), status: 'PENDING', category: 'UTILITY' })
  expect(body.__debug__.messages[0].message).toContain('nonexisting field (nonsense)')
})

test('D87: locale and words of old clients are taken and change nothing', async () => {
  const words = 'locale=de_DE&date_format=U&callback=show&suppress_http_code=1&sdk=php-5&format=json'
  const number = `${w.landline.phone_number_id}?fields=last_onboarded_time`
  const plain = (await w.graph('GET', number)).body
  expect(plain.last_onboarded_time).toMatch(/^\d{4}-\d\d-\d\dT/)
  expect((await w.graph('GET', `${number}&${words}`)).body).toEqual(plain)
  const refused = await w.graph('POST', `${w.landline.waba_id}/message_templates?${words}`, {
    name: 'hello_world',
    language: 'en_US',
    category: 'UTILITY',
    components: [{ type: 'BODY', text: 'Welcome!' }],
  })
  expect(refused.status).toBe(400)
  expect(refused.body.error.error_user_title).toMatch(/^[A-Z][a-z ]+/)
})
