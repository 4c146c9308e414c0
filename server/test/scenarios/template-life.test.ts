import { expect, test } from 'vitest'
import { worldAndBot } from '../shared-world.ts'

const { w, bot } = await worldAndBot()

const create = (name: string, text: string) =>
  w.graph('POST', `${w.landline.waba_id}/message_templates`, {
    name,
    language: 'en_US',
    category: 'UTILITY',
    components: [
      { type: 'BODY', text, example: { body_text: [['one', 'two'].slice(0, text.split('{{').length - 1)] } },
    ],
  })
const remove = (name: string) => w.graph('DELETE', `${w.landline.waba_id}/message_templates?name=${name}`)

test('a rejected template says what is wrong and what to do about it', async () => {
  const { body } = await create('adjacent', 'Your order number {{1}}{{2}} is on its way to you from our shop now.')
  await w.advance('2s')
  await bot.until(() => bot.values().some(value => value.event === 'REJECTED'))
  expect(bot.values().find(value => value.event === 'REJECTED')).toMatchObject({
    message_template_id: Number(body.id),
    reason: 'INVALID_FORMAT',
    rejection_info: { reason: expect.stringContaining('next to each other'), recommendation: expect.any(String) },
  })
})

test('the name of an approved template is blocked for 30 days after its deletion', async () => {
  await create('bread', 'Your bread is ready.')
  await w.advance('2s')
  expect((await remove('bread')).body).toEqual({ success: true })
  expect((await create('bread', 'Your bread is ready.')).body.error).toMatchObject({
    code: 100,
    error_subcode: 2388023,
  })
  await w.advance('30d')
  expect((await create('bread', 'Your bread is ready.')).status).toBe(200)
})

test('the name of one that never was approved is free at once', async () => {
  await create('rolls', 'Your rolls are ready.')
  await remove('rolls')
  expect((await create('rolls', 'Your rolls are ready.')).status).toBe(200)
})
