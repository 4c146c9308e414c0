import { expect, test } from 'vitest'
import { ACTS_NEEDED, FADES, HARM, RED_FROM, YELLOW_FROM } from '../../src/domain/quality.ts'
import { DEFAULT_HOLD, DEFAULT_TEMPLATE_SETTINGS } from '../../src/domain/templates/index.ts'
import { LIBRARY } from '../../src/domain/templates/library/entries.ts'
import { MINUTE } from '../../src/domain/time.ts'
import { worldAndBot } from '../shared-world.ts'

const { w, bot } = await worldAndBot()

async function make(name: string, text: string, category = 'UTILITY'): Promise<string> {
  const components = [{ type: 'BODY', text }]
  const more = { name, language: 'en_US', category, components }
  const { body } = await w.graph('POST', `${w.landline.waba_id}/message_templates`, more)
  await w.advance('2s')
  return body.id
}
const read = async (id: string) => (await w.graph('GET', `${id}?fields=status,category,rejected_reason`)).body

test('D61: phrases decide over category and content', async () => {
  expect(await read(await make('offer', 'Only today: 20% off all plants.'))).toMatchObject({ category: 'MARKETING' })
  expect(await read(await make('threat', 'Pay, or we will take legal action.'))).toMatchObject({
    status: 'REJECTED',
    rejected_reason: 'ABUSIVE_CONTENT',
  })
})

test('D62: the figures of quality are these', () => {
  expect(HARM).toEqual({ read: 0, ignored: 0.5, blocked: 1, reported: 2 })
  expect([FADES, ACTS_NEEDED, YELLOW_FROM, RED_FROM]).toEqual([0.85, 5, 0.1, 0.3])
})

test('D63: a number of low quality is told as FLAGGED', async () => {
  await w.control('POST', 'world/quality', { quality: 'RED' })
  await w.control('POST', 'world/quality', { quality: 'GREEN' })
  await w.advance('1s')
  expect(bot.values().flatMap(({ event }) => (/FLAGGED$/.test(event) ? event : []))).toEqual(['FLAGGED', 'UNFLAGGED'])
})

test('D64: a new marketing template is not paced', async () => {
  await make('news', 'We have new succulents.', 'MARKETING')
  const message = { type: 'template', template: { name: 'news', language: { code: 'en_US' } } }
  expect((await w.sends(message)).body.messages[0].message_status).toBe('accepted')
  expect(DEFAULT_TEMPLATE_SETTINGS).not.toHaveProperty('pacing')
  expect(DEFAULT_HOLD).toBe(30 * MINUTE)
})

test('D65: the library has sixteen texts, in English', async () => {
  const { body } = await w.graph('GET', 'message_template_library?limit=100')
  expect(body.data).toHaveLength(16)
  expect(new Set(LIBRARY.map(({ language }) => language))).toEqual(new Set(['en_US']))
})

test('D66: medium quality flags, high quality reinstates', async () => {
  const id = await make('flagged', 'Your plants are thirsty.')
  const before = bot.values().length
  for (const score of ['YELLOW', 'GREEN']) await w.control('POST', `templates/${id}/quality`, { score })
  await w.advance('1s')
  const events = bot.values().slice(before)
  expect(events.flatMap(({ event }) => event ?? [])).toEqual(['FLAGGED', 'REINSTATED'])
})

test('D67: a template exceeds the limit when it is said to', async () => {
  const id = await make('too_many', 'Your plants are watered.')
  await w.control('POST', `templates/${id}/review`, { decision: 'exceed' })
  expect((await read(id)).status).toBe('LIMIT_EXCEEDED')
  await w.control('POST', `templates/${id}/review`, { decision: 'approve' })
  expect((await read(id)).status).toBe('APPROVED')
})

test('D68: a comparison counts the messages that are there', async () => {
  const [one, two] = [await make('one', 'This is one.'), await make('two', 'This is two.')]
  const { body: clock } = await w.control('GET', 'clock')
  const end = Math.floor(clock.now / 1000)
  const query = `template_ids=["${two}"]&start=${end - 7 * 86_400}&end=${end}`
  expect((await w.graph('GET', `${one}/compare?${query}`)).body.error.error_data.details).toContain('at least 1000')
})

test('D100: after a hundred creations, there is one more every 36 seconds', async () => {
  await w.control('POST', 'world/templates', { review: 'manual' })
  const create = async (n: number) => {
    const components = [{ type: 'BODY', text: 'Your order is on its way.' }]
    const content = { name: `order_${n}`, language: 'en_US', category: 'UTILITY', components }
    return (await w.graph('POST', `${w.landline.waba_id}/message_templates`, content)).body.error?.code
  }
  await w.advance('1h')
  for (let n = 0; n < 100; n++) expect(await create(n)).toBeUndefined()
  expect(await create(100)).toBe(80008)
  await w.advance('36s')
  expect(await create(100)).toBeUndefined()
  expect(await create(101)).toBe(80008)
})
