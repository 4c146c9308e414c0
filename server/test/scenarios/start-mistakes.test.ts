import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { type LandlineOptions, startLandline } from '../../src/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'landline-seed-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const BEGINNING = 'business: { name: Old Mill Bakery }\napp: { name: Orders }\n'

/** What a start says of a seed file, or the customer of the world that it makes. */
async function startWith(seed: string, options: LandlineOptions = {}): Promise<string> {
  const file = join(folder, 'seed.yaml')
  writeFileSync(file, seed)
  try {
    const landline = await startLandline({ memory: true, port: 0, logLevel: 'silent', seed: file, ...options })
    await landline.close()
    return landline.customer
  } catch (error) {
    return (error as Error).message.replace(file, 'FILE')
  }
}

test.each([
  ['- a', '(top): must be an object with names and values'],
  ['{}', 'business: is missing\n  app: is missing\n  accounts: is missing'],
  [`${BEGINNING}accounts: []`, 'accounts: must have at least 1'],
  [`${BEGINNING}accounts: [{ name: 7 }]`, 'accounts.0.name: must be a text'],
  [`${BEGINNING}accounts: [{ name: A, id: 10229012934039800000 }]`, 'accounts.0.id: must be a text: put it in quotes'],
  [`${BEGINNING}accounts: [{ name: A, id: abc }]`, 'accounts.0.id: must be an id of 5 to 20 digits, in quotes'],
  [
    `${BEGINNING}accounts: [{ name: A, phone_numbers: [{ phone: x, verified_name: A }] }]`,
    'accounts.0.phone_numbers.0.phone: must be a phone number with its country code',
  ],
  [
    `${BEGINNING}accounts: [{ name: A, templates: [{ name: Foo, components: [{ type: BODY, text: Hi }] }] }]`,
    'accounts.0.templates.0.name: may have lower case letters, digits and underscores',
  ],
])('a mistake in a seed is said in words, with its place: %s', async (seed, says) => {
  expect(await startWith(seed)).toBe(`The seed in FILE does not fit:\n  ${says}`)
})

const TEMPLATE = '{ name: hi, components: [{ type: BODY, text: Hi }] }'
const NUMBER = '{ phone: +1 555-010-0199, verified_name: A }'
test.each([
  [`accounts: [{ name: A, phone_numbers: [${NUMBER}, ${NUMBER}] }]`, 'phone number'],
  [
    `accounts: [{ name: A }]\ncustomers: [{ phone: +16505550142, name: B }, { phone: +16505550142, name: C }]`,
    'phone number',
  ],
  [`accounts: [{ name: A, templates: [${TEMPLATE}, ${TEMPLATE}] }]`, 'name and language'],
  [`accounts: [{ name: A, id: "12345" }, { name: B, id: "12345" }]`, 'id'],
])('what a seed names twice is named by the start: %s', async (seed, what) => {
  expect(await startWith(BEGINNING + seed)).toBe(
    `The world cannot begin, because two of its things have the same ${what}.`,
  )
})

test('a phone number that YAML takes for a number is one all the same', async () => {
  const seed = `${BEGINNING}accounts: [{ name: A }]\ncustomers: [{ phone: +16505550142, name: Ines }]`
  expect(await startWith(seed)).toBe('16505550142')
})

test.each<[LandlineOptions, string]>([
  [{ appId: 'x' }, 'The app id is "x". Give an id of 5 to 20 digits.'],
  [{ wabaId: '1234' }, 'The WABA id is "1234". Give an id of 5 to 20 digits.'],
  [{ customer: 'x' }, 'The customer is "x". Give a phone number with its country code, like +16505551234.'],
])('an option that is no id or number is refused: %j', async (options, says) => {
  const seed = `${BEGINNING}accounts: [{ name: A, phone_numbers: [${NUMBER}] }]`
  expect(await startWith(seed, options)).toBe(says)
})

test.each<[object, string]>([
  [{ port: -1 }, 'The option port must be a port between 0 and 65535; 0 is any that is free.'],
  [{ port: 65_536 }, 'The option port must be a port between 0 and 65535; 0 is any that is free.'],
  [{ memory: 'yes' }, 'The option memory must be true or false.'],
  [{ frozenAt: 1 }, 'There is no option frozenAt. docs/running.md lists what there is.'],
  [{ clock: { frozenAt: 'x' } }, 'The option clock.frozenAt must be an instant in Unix milliseconds.'],
  [{ clock: { at: 1 } }, 'There is no option clock.at. docs/running.md lists what there is.'],
  [{ retryProfile: 'x' }, 'The option retryProfile must be one of meta, instant.'],
  [{ logLevel: 'loud' }, 'The option logLevel must be one of silent, error, warn, info, debug.'],
  [{ webhook: 'http://127.0.0.1:3000/' }, 'The option webhook must be an object with the url.'],
  [{ retention: { rows: 0 } }, 'The option retention.rows must be above 0.'],
])('the library form says what is wrong with its options: %j', async (options, says) => {
  await expect(startLandline(options as LandlineOptions)).rejects.toThrow(says)
})
