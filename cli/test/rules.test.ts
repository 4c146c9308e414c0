import { afterAll, beforeAll, expect, test } from 'vitest'
import { clientOf, hello, world } from '../../server/test/world.ts'
import { line } from './line.test-util.ts'

let landline: Awaited<ReturnType<typeof world>>['landline']
let client: ReturnType<typeof clientOf>

beforeAll(async () => {
  landline = (await world()).landline
  client = clientOf(landline)
})
afterAll(() => landline.close())

const run = async (...args: string[]) => line(args, { LANDLINE_URL: landline.url })
const says = async (...args: string[]) => {
  const { out, err, code } = await run(...args)
  expect(err).toBe('')
  expect(code).toBe(0)
  return out
}

test('rules are listed and switched', async () => {
  expect(await says('rule')).toMatch(/^within-pair-rate +on +send +131056 +One message in six seconds/m)
  expect(await says('rule', 'within-pair-rate', 'always', '--number', landline.phone_number_id)).toMatch(
    /^within-pair-rate +always +send +131056 [^\n]*$/,
  )
  expect((await client.sends(hello)).body.error.code).toBe(131056)
  await says('rule', 'within-pair-rate', 'usual', '--number', landline.phone_number_id)
  expect((await client.sends(hello)).status).toBe(200)
  expect((await run('rule', 'within-pair-rate')).err).toContain('Say what within-pair-rate shall be')
  expect((await run('rule', 'gravity', 'off')).err).toContain('There is no rule gravity.')
})

test('errors are asked for, listed and cleared', async () => {
  expect(await says('fault')).toBe('No errors were asked for.')
  expect(await says('fault', '131057', '--times', '1', '--customer', landline.customer)).toBe(
    `sendMessage fails now with (#131057) Account in maintenance mode, for ${landline.customer}, 1 more time`,
  )
  expect((await client.sends(hello)).body.error.code).toBe(131057)
  expect((await client.sends(hello)).status).toBe(200)
  expect(await says('fault', '131042', '--later')).toMatch(/fails later with .*until cleared$/)
  expect(await says('fault')).toMatch(/131042/)
  expect(await says('fault', 'clear')).toBe('No more errors.')
  expect(await says('fault')).toBe('No errors were asked for.')
  expect((await run('fault', 'often')).err).toContain('often is no code of an error.')
})
