import { expect, test } from 'vitest'
import { hello, text, world } from '../world.ts'

/** One story, told twice; what it leaves behind. */
async function story(randomSeed: string) {
  const { landline, sends, says, advance, control, graph } = await world({ randomSeed })
  try {
    const answers = [
      await says('Good morning'),
      await sends(text('Good morning to you')),
      await sends(hello),
      await graph('POST', `${landline.waba_id}/message_templates`, {
        name: 'order_ready',
        language: 'en_US',
        category: 'UTILITY',
        components: [{ type: 'BODY', text: 'Your order is ready.' }],
      }),
      await advance('1h'),
    ]
    const events = await control('GET', 'events?limit=100')
    return {
      answers: answers.map(({ body }) => body),
      events: events.body.data.map((event: object) => ({ ...event, seq: 0 })),
    }
  } finally {
    await landline.close()
  }
}

test('a frozen clock, the same seed and the same calls give the same ids and the same events', async () => {
  const first = await story('rye and wheat')
  const second = await story('rye and wheat')
  expect(second).toEqual(first)
  expect(first.events.length).toBeGreaterThan(8)
})

test('another seed gives other ids', async () => {
  const [one, two] = await Promise.all([story('rye'), story('wheat')])
  expect(one.answers[1].messages[0].id).not.toBe(two.answers[1].messages[0].id)
})
