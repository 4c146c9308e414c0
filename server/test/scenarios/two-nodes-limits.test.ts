import { expect, test } from 'vitest'
import { twoNodes } from '../two-nodes.ts'
import { hello } from '../world.ts'

const CUSTOMERS = 260
const AT_ONCE = 40
const waId = (i: number): string => `1650555${2000 + i}`

const seed = {
  business: { id: '506914307656634', name: 'Lucky Shrub', messaging_limit: 'TIER_250' as const },
  app: { name: 'Jaspers Market' },
  accounts: [
    {
      name: 'Lucky Shrub',
      phone_numbers: [
        { phone: '+1 555-078-3881', verified_name: 'Lucky Shrub', test_number: true, throughput: 'HIGH' as const },
      ],
      templates: [{ name: 'hello_world', components: [{ type: 'BODY', text: 'Welcome to Lucky Shrub!' }] }],
    },
  ],
  customers: Array.from({ length: CUSTOMERS }, (_, i) => ({ phone: `+${waId(i)}`, name: `Customer ${i}` })),
}
const { one, two, bot } = await twoNodes({ seed })

test('two nodes keep one messaging limit: of 260 customers, 250 are reached', async () => {
  for (let first = 0; first < CUSTOMERS; first += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, CUSTOMERS - first) }, (_, i) => first + i)
    const answers = await Promise.all(some.map(i => (i % 2 ? one : two).sends(hello, waId(i))))
    expect(answers.map(answer => answer.body.error)).toEqual(some.map(() => undefined))
  }
  const told = (status: string) => bot.statuses().filter(one => one.status === status)
  await bot.until(() => told('delivered').length + told('failed').length >= CUSTOMERS)
  expect(told('delivered')).toHaveLength(250)
  expect(told('failed').map(one => one.errors[0].code)).toEqual(Array(10).fill(131048))
  for (const node of [one, two]) {
    const { body } = await node.control('GET', 'businesses/506914307656634/messaging_limit')
    expect(body).toMatchObject({ messaging_limit: 'TIER_250', reached: 250 })
  }
}, 120_000)

test('a rule switched on one node holds on the other, and an error is raised as often as was asked for', async () => {
  const { phone_number_id } = one.landline
  await one.control('POST', 'rules', { rule: 'within-pair-rate', mode: 'always', phone_number_id })
  await expect.poll(async () => (await two.sends(hello, waId(0))).body.error?.code).toBe(131056)
  await two.control('POST', 'rules', { rule: 'within-pair-rate', mode: 'usual', phone_number_id })
  await one.control('POST', 'faults', { code: 131000, times: 7 })
  await expect.poll(async () => (await two.control('GET', 'faults')).body.data.length).toBe(1)
  const answers = await Promise.all(Array.from({ length: 40 }, (_, i) => (i % 2 ? one : two).sends(hello, waId(i))))
  expect(answers.filter(({ body }) => body.error?.code === 131000)).toHaveLength(7)
})
