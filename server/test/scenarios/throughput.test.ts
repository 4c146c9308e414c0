import { afterEach, expect, test } from 'vitest'
import { luckyShrub } from '../seeds.ts'
import { hello, world } from '../world.ts'

let w: Awaited<ReturnType<typeof world>>
afterEach(() => w.landline.close())

const start = async (number: { on_business_app?: boolean; throughput?: 'HIGH' }) => {
  w = await world({ seed: luckyShrub({ number }) })
}
const to = (i: number): string => `1650555${2000 + i}`
/** How many sends get through before the number is at its limit. */
async function burst(most: number): Promise<number> {
  for (let i = 0; i < most; i++) {
    const { status, body } = await w.sends(hello, to(i))
    if (status === 200) continue
    expect(body.error).toMatchObject({
      code: 130429,
      message: '(#130429) Rate limit hit',
      error_data: { details: 'Cloud API message throughput has been reached.' },
    })
    return i
  }
  return most
}

test('a clock that is put back holds no number up', async () => {
  await start({})
  expect(await burst(81)).toBe(80)
  const now = (await w.control('GET', 'clock')).body.now
  await w.control('POST', 'clock/freeze', { at: now - 24 * 3_600_000 })
  expect(await burst(81)).toBe(80)
})

test('a number sends 80 messages in a second', async () => {
  await start({})
  expect(await burst(100)).toBe(80)
})

test('one that is used in the WhatsApp Business app as well sends 20, whatever its level', async () => {
  await start({ on_business_app: true, throughput: 'HIGH' })
  expect(await burst(40)).toBe(20)
  const { body } = await w.graph('GET', `${w.landline.phone_number_id}?fields=is_on_biz_app`)
  expect(body.is_on_biz_app).toBe(true)
})

test('what customers write counts as well, and is never refused', async () => {
  await start({ on_business_app: true })
  for (let i = 0; i < 15; i++) expect((await w.says(`Hello ${i}`)).status).toBe(200)
  expect(await burst(40)).toBe(5)
  for (let i = 0; i < 30; i++) expect((await w.says(`Hello again ${i}`)).status).toBe(200)
  await w.advance('1s')
  expect(await burst(40)).toBe(20)
})

test('a burst of 45 to one customer is paid back, one message every six seconds', async () => {
  await start({ throughput: 'HIGH' })
  for (let i = 0; i < 45; i++) expect((await w.sends(hello)).status).toBe(200)
  expect((await w.sends(hello)).body.error).toMatchObject({
    code: 131056,
    message: '(#131056) (Business Account, Consumer Account) pair rate limit hit',
  })
  expect((await w.sends(hello, to(1))).status).toBe(200)
  await w.advance('5999ms')
  expect((await w.sends(hello)).status).toBe(400)
  await w.advance('1ms')
  expect((await w.sends(hello)).status).toBe(200)
  expect((await w.sends(hello)).status).toBe(400)
  await w.advance('120s')
  for (let i = 0; i < 20; i++) expect((await w.sends(hello)).status).toBe(200)
  expect((await w.sends(hello)).status).toBe(400)
})
