import { expect, test } from 'vitest'
import { luckyShrub } from '../seeds.ts'
import { worldAndBot } from '../shared-world.ts'
import { text } from '../world.ts'

const { w, bot } = await worldAndBot({
  seed: luckyShrub({
    templates: [
      {
        name: 'code',
        category: 'AUTHENTICATION',
        components: [
          { type: 'BODY', text: '{{1}} is your verification code.' },
          { type: 'BUTTONS', buttons: [{ type: 'URL', text: 'Copy code', url: 'https://x.example/?{{1}}' }] },
        ],
      },
    ],
  }),
})

const phone = (state: 'online' | 'offline') => w.control('POST', `customers/${w.landline.customer}/${state}`, {})
const value = { type: 'text', text: '123456' }
const code = {
  type: 'template',
  template: {
    name: 'code',
    language: { code: 'en_US' },
    components: [
      { type: 'body', parameters: [value] },
      { type: 'button', sub_type: 'url', index: '0', parameters: [value] },
    ],
  },
}

async function parcel(ttl: number) {
  const name = `parcel_${Math.abs(ttl)}`
  const made = await w.graph('POST', `${w.landline.waba_id}/message_templates`, {
    name,
    language: 'en_US',
    category: 'UTILITY',
    message_send_ttl_seconds: ttl,
    components: [{ type: 'BODY', text: `Your parcel number ${Math.abs(ttl)} is here.` }],
  })
  expect(made.status).toBe(200)
  await w.advance('2s')
  return { type: 'template', template: { name, language: { code: 'en_US' } } }
}

/** What the webhooks told of a message that waited for the phone for so long. */
async function toldAfter(message: object, wait: string[]): Promise<string[]> {
  await phone('offline')
  const sent = await w.sends(message)
  expect(sent.status).toBe(200)
  for (const step of wait) await w.advance(step)
  await phone('online')
  await w.advance('1s')
  const wamid = sent.body.messages[0].id
  const inbox = (await w.control('GET', `customers/${w.landline.customer}/inbox`)).body.data
  const told = bot.statuses().filter(one => one.id === wamid)
  const arrived = inbox.some((one: { wamid: string }) => one.wamid === wamid)
  expect(arrived).toBe(told.some(one => one.status === 'delivered'))
  return told.map(one => one.status)
}

test.each([
  ['a code', () => code, ['599s'], ['599s', '1s']],
  ['a template with 30 seconds to live', () => parcel(30), ['29s'], ['30s']],
  ['a template with twelve hours to live', () => parcel(43_200), ['43199s'], ['12h']],
  ['a template that asks for the longest', () => parcel(-1), ['719h'], ['30d']],
])('%s is delivered until its time to live is over, and then dropped without a word', async (_, make, early, late) => {
  const message = await make()
  expect(await toldAfter(message, early)).toEqual(['sent', 'delivered'])
  expect(await toldAfter(message, late)).toEqual(['sent'])
})

test('what is no template waits for 30 days', async () => {
  await w.says('Until soon')
  expect(await toldAfter(text('See you!'), ['719h'])).toEqual(['sent', 'delivered'])
  await w.says('Until soon')
  expect(await toldAfter(text('See you!'), ['720h'])).toEqual(['sent'])
  const { body } = await w.control('GET', 'events?type=message.expired&limit=100')
  expect(body.data.at(-1)).toMatchObject({ customer_id: w.landline.customer, message_type: 'text' })
})
