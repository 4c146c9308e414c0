import { expect, test } from 'vitest'
import { fileWorld } from '../shared-world.ts'

const w = await fileWorld()

const opens = async (url: string) => (await w.control('POST', `customers/${w.landline.customer}/link`, { url })).body

test.each([
  ['https://wa.me/15550783881', ''],
  ['wa.me/15550783881?text=Hello%20there', 'Hello there'],
  ['https://wa.me/+15550783881/?text=a+b', 'a b'],
  ['https://api.whatsapp.com/send?phone=%2B1%20555-078-3881&text=Hi', 'Hi'],
  ['whatsapp://send?phone=15550783881&text=Hi', 'Hi'],
])('%s leads to the chat', async (url, text) => {
  expect(await opens(url)).toEqual({ phone_number_id: w.landline.phone_number_id, text })
})

test.each(['https://www.luckyshrub.com/15550783881', 'wa.me', 'javascript:1', ''])(
  '"%s" is no link to a chat',
  async url => {
    expect((await opens(url)).error.message).toBe(
      `(#100) "${url}" is no link to a chat. Give one like https://wa.me/15550783881?text=Hello.`,
    )
  },
)

test.each(['https://wa.me/message/CODE', 'wa.me/message/CODE/'])('%s of a QR code leads to the chat', async url => {
  const prefilled_message = 'Cyber Monday'
  const { code } = (await w.graph('POST', `${w.landline.phone_number_id}/message_qrdls`, { prefilled_message })).body
  const opened = await opens(url.replace('CODE', code))
  expect(opened).toEqual({ phone_number_id: w.landline.phone_number_id, text: prefilled_message })
})

test('a QR code that is not there leads nowhere', async () => {
  expect((await opens('https://wa.me/message/4O4YGZEG3RIVE1')).error.message).toBe(
    '(#100) There is no QR code or short link 4O4YGZEG3RIVE1. Create one with POST /{number}/message_qrdls.',
  )
})

test('a link to a number that is not here says which are', async () => {
  expect((await opens('https://wa.me/15550000000')).error.message).toMatch(
    /^\(#100\) There is no business number 15550000000\. There are: 106540352242922 /,
  )
})
