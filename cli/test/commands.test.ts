import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { line } from './line.test-util.ts'
import { worldOnTheLine } from './world.test-util.ts'

const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

const folder = mkdtempSync(join(tmpdir(), 'landline-cli-'))
const { landline, client, bot, env, landlineSays, refused } = await worldOnTheLine()

afterAll(() => rmSync(folder, { recursive: true }))

test('a customer says a text, which stands in the inbox', async () => {
  expect(await landlineSays('say', landline.customer, 'hi')).toMatch(/^hi {2}wamid\./)
  expect(await landlineSays('inbox', landline.customer)).toMatch(/ {2}> {2}received {2}hi$/)
})

test('--json gives the answer of the server as one line', async () => {
  const said = JSON.parse(await landlineSays('say', landline.customer, 'hi', '--json'))
  expect(said).toMatchObject({ id: expect.stringContaining('wamid.'), message: { content: { body: 'hi' } } })
})

test('a customer sends a photo by path and by URL, and a place', async () => {
  const path = join(folder, 'cat.png')
  writeFileSync(path, Buffer.from(PNG, 'base64'))
  const photo = JSON.parse(await landlineSays('say', landline.customer, 'my cat', '--image', path, '--json'))
  expect(photo.message).toMatchObject({ type: 'image', content: { caption: 'my cat' } })
  const again = JSON.parse(
    await landlineSays('say', landline.customer, '--file', landline.url + photo.message.media.url, '--json'),
  )
  expect(again.message.type).toBe('image')
  expect(await landlineSays('say', landline.customer, '--location', '-33.4,-70.6')).toMatch(
    /^\(location\) -33.4, -70.6/,
  )
})

test('what is said must be one thing that can be read', async () => {
  expect(await refused('say', landline.customer)).toMatch(/^Say what: a text, or --image/)
  expect(await refused('say', landline.customer, '--image', 'a', '--file', 'b')).toMatch(/^A message is one thing/)
  expect(await refused('say', landline.customer, '--image', join(folder, 'none.png'))).toMatch(/^There is no file/)
  expect(await refused('say', landline.customer, '--location', 'here')).toMatch(/^--location is "here"/)
})

test('the business sends; the customer reads and reacts', async () => {
  await landlineSays('say', landline.customer, 'hi')
  expect(await landlineSays('send', landline.customer, 'Hello there')).toMatch(/^Accepted: wamid\./)
  await client.advance('1m')
  expect(await landlineSays('inbox', landline.customer)).toMatch(/ {2}< {2}delivered {2}Hello there$/m)
  expect(await landlineSays('read', landline.customer)).toBe('1 message became read.')
  expect(await landlineSays('react', landline.customer, '👍')).toMatch(/^reacts 👍/)
})

test('a customer taps a button, and hears which there are', async () => {
  await landlineSays('say', landline.customer, 'hi')
  const button = (id: string, title: string) => ({ type: 'reply', reply: { id, title } })
  await client.sends({
    type: 'interactive',
    interactive: {
      type: 'button',
      body: { text: 'Well?' },
      action: { buttons: [button('y', 'Yes'), button('n', 'No')] },
    },
  })
  await client.advance('1m')
  expect(await landlineSays('tap', landline.customer, 'Yes')).toMatch(/^\[Yes\] {2}wamid/)
  expect(await landlineSays('tap', landline.customer, 'n', '--id')).toMatch(/^\[No\]/)
  expect(await refused('tap', landline.customer, 'Perhaps')).toMatch(/There is no button "Perhaps"\. There are: "Yes"/)
})

test('phones go offline and come back', async () => {
  expect(await landlineSays('offline', landline.customer)).toMatch(/is offline\.$/)
  expect(await landlineSays('customers')).toMatch(/offline$/)
  expect(await landlineSays('online', landline.customer)).toMatch(/is online\.$/)
})

test('customers are added and listed, on either side of a flag', async () => {
  expect(await landlineSays('customers', 'add', '+44 20 7946 0000', '--name', 'Ada')).toBe('442079460000  Ada  online')
  const listed = JSON.parse(await landlineSays('customers', 'list', '--json'))
  expect(listed.data).toHaveLength(2)
  expect(JSON.parse(await landlineSays('customers', '--json', 'list'))).toEqual(listed)
})

test('a template is sent, and decided over by its name', async () => {
  expect(await landlineSays('send', landline.customer, '--template', 'hello_world')).toMatch(/^Accepted/)
  expect(await landlineSays('template', 'pause', 'hello_world')).toBe('hello_world (en_US) is PAUSED.')
  expect(await landlineSays('template', 'approve', 'hello_world')).toBe('hello_world (en_US) is APPROVED.')
  expect(await landlineSays('template', 'quality', 'hello_world', 'yellow')).toBe(
    'hello_world (en_US) is APPROVED, its quality YELLOW.',
  )
  expect(await landlineSays('report', landline.customer, '--reason', 'spam')).toBe(
    'Sheena Nelson has reported the business.',
  )
  expect(await landlineSays('block', landline.customer)).toBe('Sheena Nelson has blocked the business.')
  expect(await landlineSays('unblock', landline.customer)).toBe('Sheena Nelson has unblocked the business.')
  expect(await landlineSays('template', 'reject', 'hello_world', '--reason', 'scam')).toBe(
    'hello_world (en_US) is REJECTED.',
  )
  expect(await landlineSays('template', 'list')).toMatch(/^hello_world {2}en_US {2}UTILITY {2}REJECTED/)
  expect(await refused('template', 'approve', 'nothing')).toBe(
    'There is no template nothing. There are: hello_world (en_US).',
  )
})

test('a send and a campaign are priced before they are sent', async () => {
  const one = await landlineSays('estimate', landline.customer, '--template', 'hello_world')
  expect(one).toMatch(/^North America {2}utility {2}tier 0:MAX {2}1 × 0\.0034 {2}0\.0034 USD\n/)
  const campaign = await landlineSays('estimate', '--category', 'marketing', '--country', 'DE=1000', 'us=2')
  expect(campaign).toMatch(/1002 messages cost [\d.]+ USD\.$/)
  const closed = await landlineSays('estimate', '--category', 'service', '+49 1512 3456789')
  expect(closed).toContain('have not written: +49 1512 3456789')
  expect(await refused('estimate', '--category', 'marketing', '--country', 'Germany')).toContain(
    'Write it like DE=1000',
  )
})

test('the clock is shown and moved', async () => {
  const before = JSON.parse(await landlineSays('clock', 'show', '--json'))
  expect(await landlineSays('clock', 'advance', '24h')).toMatch(/UTC\. On the way: /)
  const after = JSON.parse(await landlineSays('clock', '--json'))
  expect(after.now - before.now).toBe(24 * 3_600_000)
  expect(await landlineSays('clock', 'freeze', '--at', String(after.now + 1000))).toMatch(/UTC, frozen$/)
  expect(await refused('clock', 'advance', 'soon')).toContain('which is no duration')
})

test('events are listed, and followed until a signal', async () => {
  await landlineSays('say', landline.customer, 'hi')
  expect(await landlineSays('events', '--type', 'message.received')).toMatch(/message\.received/)
  expect((await line(['events', '--limit', '1'], env)).err).toMatch(/^There may be more: --after \d+$/)
  const ending = new AbortController()
  const heard = (text: string) => {
    if (JSON.parse(text).type === 'message.received') ending.abort()
  }
  const following = line(['events', '--follow', '--json', '--after', '0'], env, { signal: ending.signal, heard })
  expect((await following).code).toBe(0)
})

test('webhooks are listed with their outcome', async () => {
  await landlineSays('say', landline.customer, 'hi')
  await client.advance('1m')
  expect(await landlineSays('deliveries')).toMatch(/messages {2}delivered {2}delivered \(200\)/)
})

test('doctor finds nothing broken here, and says that the clock is frozen', async () => {
  const text = await landlineSays('doctor')
  expect(text).toContain(`ok    The webhook of the app is ${bot.url}.`)
  expect(text).toContain('look  The clock is frozen')
  expect(text).not.toContain('BAD')
})

test('that no webhook is set is a hint, not a fault', async () => {
  const subscriptions = `/v25.0/${landline.app_id}/subscriptions`
  const cleared = await client.call('DELETE', subscriptions, undefined, client.appToken)
  expect(cleared.body).toEqual({ success: true })
  const { code, out } = await line(['doctor'], env)
  const body = { object: 'whatsapp_business_account', callback_url: bot.url, verify_token: bot.verifyToken }
  await client.call('POST', subscriptions, { ...body, fields: 'messages' }, client.appToken)
  expect(out).toContain('hint  No webhook is set')
  expect({ code, bad: out.includes('BAD') }).toEqual({ code: 0, bad: false })
})

test('doctor finds the webhook that fails', async () => {
  bot.state.status = 500
  await landlineSays('say', landline.customer, 'hi')
  await client.advance('1m')
  const { code, out } = await line(['doctor'], env)
  bot.state.status = 200
  expect(code).toBe(1)
  expect(out).toMatch(/BAD {3}Of the last \d+ webhooks \d+ did not arrive; .*500/)
})

test('errors are a sentence and a 1', async () => {
  expect(await refused('say', '19995550000', 'hi')).not.toBe('')
  const nobody = await line(['inbox', '1', '--url', 'http://127.0.0.1:1'])
  expect(nobody).toEqual({
    code: 1,
    out: '',
    err: 'No Landline answers at http://127.0.0.1:1. Start one with `npx landline start`, or name another with --url.',
  })
  const tokenless = await line(['send', '1', 'hi', '--url', landline.url, '--data', folder])
  expect(tokenless.err).toMatch(/^There is no access token/)
  expect((await line(['send', '1', 'hi', '--token', 'wrong'], env)).err).not.toBe('')
})

test('the address of a page or of the Graph API is no address of a server', async () => {
  for (const path of ['/v25.0', '/phone', '/docs', '/control/world']) {
    const { code, err } = await line(['customers', '--url', landline.url + path])
    const said = `"${landline.url}${path}" is more than the address of a server. Write it like ${landline.url}.`
    expect({ code, err }).toEqual({ code: 1, err: said })
  }
})

test('what the server says and its details are two sentences', async () => {
  expect(await refused('send', landline.customer, '--template', 'nope', '--token', landline.access_token)).toMatch(
    /: template name \(nope\) does not exist in en_US$/,
  )
})

test('without a decision the templates are listed', async () => {
  expect(await landlineSays('template')).toBe(await landlineSays('template', 'list'))
})

test('worlds are kept, restored, written into files and read back', async () => {
  await landlineSays('say', landline.customer, 'before')
  expect(await landlineSays('world', 'snapshot', 'start')).toMatch(/^Kept as start \(\d+ bytes\)\.$/)
  const path = join(folder, 'world.landline')
  expect(await landlineSays('world', 'export', path)).toContain(path)
  await landlineSays('say', landline.customer, 'after')
  expect(await landlineSays('world', 'restore', 'start')).toMatch(/^The world is that of start/)
  expect(await landlineSays('inbox', landline.customer)).not.toContain('after')
  await landlineSays('reset')
  expect(await landlineSays('world', 'import', path)).toMatch(/^The world is that of /)
  expect(await landlineSays('inbox', landline.customer)).toContain('before')
  expect(await landlineSays('world', 'snapshots')).toMatch(/^start {2}\d+ bytes/)
  await landlineSays('world', 'forget', 'start')
  expect(await landlineSays('world', 'snapshots')).toBe('None.')
  expect(await refused('world', 'restore', 'start')).toContain('There is no snapshot "start".')
  expect(await refused('world', 'import', join(folder, 'none'))).toMatch(/^There is no file/)
})

test('the codes that were sent to a number are listed', async () => {
  expect(await landlineSays('codes')).toBe('No codes were sent.')
  const number = { cc: '1', phone_number: '6505550100', verified_name: 'Jaspers Market' }
  const { id } = (await client.graph('POST', `${landline.waba_id}/phone_numbers`, number)).body
  await client.graph('POST', `${id}/request_code`, { code_method: 'SMS', language: 'en_US' })
  expect(await landlineSays('codes', '+1 650-555-0100')).toMatch(/ {2}16505550100 {2}WhatsApp code \d{3}-\d{3}$/)
  expect(await landlineSays('codes', '+1 650-555-0101')).toBe('No codes were sent.')
})

test('webhooks go wrong on purpose, until they are to arrive as they should', async () => {
  expect(await landlineSays('webhook-faults')).toBe('Webhooks arrive as they should.')
  expect(await landlineSays('webhook-faults', 'duplicate=1', 'reorder', 'fields=messages')).toBe(
    'fields     messages\nduplicate  1\nreorder    true',
  )
  expect(await refused('webhook-faults', 'duplicate=99')).toContain('duplicate')
  expect(await refused('webhook-faults', '=')).toBe('"=" is no fault. Write name=value, or a name alone.')
  expect(await landlineSays('webhook-faults', 'off')).toBe('Webhooks arrive as they should.')
})
