import { expect, test } from 'vitest'
import { worldOnTheLine } from './world.test-util.ts'

const { landline, client, bot, landlineSays, refused } = await worldOnTheLine()

test('a customer has second thoughts', async () => {
  const { customer } = landline
  await landlineSays('say', customer, 'Tow loaves')
  expect(await landlineSays('edit', customer, 'Two loaves')).toMatch(/^Two loaves {2}wamid\./)
  expect(await landlineSays('unsend', customer)).toMatch(/^\(deleted\) {2}wamid\./)
  expect(await landlineSays('inbox', customer)).toMatch(/\(deleted\)$/)
  expect(await refused('play', customer)).toBe(
    '(#100) There is no voice message on the phone of Sheena Nelson that was not played.',
  )
})

test('what is passed on says so, and what is not supported too', async () => {
  const { customer } = landline
  const forwarded = JSON.parse(await landlineSays('say', customer, 'Look', '--forwarded', '--json'))
  expect(forwarded.message).toMatchObject({ forwarded: true, content: { body: 'Look' } })
  const poll = JSON.parse(await landlineSays('say', customer, '--unsupported', 'poll_creation', '--json'))
  expect(poll.message).toMatchObject({ type: 'unsupported', errors: [{ code: 131051 }] })
})

test('a flow is filled in with JSON', async () => {
  const { customer } = landline
  await landlineSays('say', customer, 'hi')
  const parameters = { flow_message_version: '3', flow_id: '1', flow_token: 't', flow_cta: 'Book' }
  const sent = await client.sends({
    type: 'interactive',
    interactive: { type: 'flow', body: { text: 'When?' }, action: { name: 'flow', parameters } },
  })
  expect(sent.status).toBe(200)
  await bot.until(() => bot.statuses().some(status => status.status === 'delivered'))
  expect(await refused('tap', customer, 'Book', '--data', '[1]')).toBe(
    `--data is [1], which is no JSON object. Write it like '{"guests":2}'.`,
  )
  expect(await landlineSays('tap', customer, 'Book', '--data', '{"guests":2}')).toMatch(
    /^\(flow\) \{"flow_token":"t","guests":2\} {2}wamid\./,
  )
})

test('a customer comes by an ad, moves to another number, and to another phone', async () => {
  const { customer } = landline
  const ad = JSON.parse(await landlineSays('ad', customer, 'Is it open?', '--headline', 'Sale', '--json'))
  expect(ad.message).toMatchObject({
    content: { body: 'Is it open?' },
    referral: { headline: 'Sale', source_type: 'ad' },
  })
  expect(await landlineSays('move', customer, '+1 219-555-5358')).toBe('Sheena Nelson is 12195555358 now.')
  expect(await landlineSays('reinstall', '12195555358')).toMatch(/^The key of Sheena Nelson is \S{12} now\.$/)
})

test('a customer stops offers, and asks for them again', async () => {
  const { customer } = landline
  expect(await landlineSays('offers', customer, 'stop')).toBe('Marketing messages are stopped.')
  expect(JSON.parse(await landlineSays('offers', customer, 'resume', '--json'))).toMatchObject({
    marketing_messages: 'resume',
  })
  expect(await refused('offers', customer, 'maybe')).toMatch(/marketing_messages/)
})

test('changes of the platform are switched', async () => {
  expect(await landlineSays('rollout')).toMatch(/^user_ids +on$/m)
  expect(await landlineSays('rollout', 'user_ids=off')).toMatch(/^user_ids +off$/m)
  expect(await refused('rollout', 'user_ids')).toBe('"user_ids" says no change. Write name=on or name=off.')
})
