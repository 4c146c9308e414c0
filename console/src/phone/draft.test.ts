import { expect, test } from 'vitest'
import { asSaid, kindOf, kindsFor, previewOf } from './draft.ts'

const sheena = {
  wa_id: '16505551234',
  name: 'Sheena',
  online: true,
  read_receipts: true,
  blocked: [],
  marketing_stopped: [],
}

test('a draft is said to a number, as a reply if it is one', () => {
  expect(asSaid({ text: 'Hi' }, '1')).toEqual({ text: 'Hi', phone_number_id: '1' })
  expect(asSaid({ text: 'Yes', replyTo: 'wamid.1' }, '1')).toEqual({
    text: 'Yes',
    phone_number_id: '1',
    reply_to: 'wamid.1',
  })
})

test('it shows at once, and says whether the phone could send it', () => {
  expect(previewOf({ text: 'Hi' }, sheena, '1', 'a', 5)).toMatchObject({ status: 'sending', type: 'text', at: 5 })
  expect(previewOf({ text: 'Hi' }, { ...sheena, online: false }, '1', 'a', 5).status).toBe('waiting')
})

test('files know what they are', () => {
  expect(kindOf({ type: 'image/png' })).toBe('image')
  expect(kindOf({ type: 'image/webp' })).toBe('sticker')
  expect(kindOf({ type: 'video/webm' })).toBe('document')
  expect(kindsFor({ type: 'audio/ogg' })).toEqual(['audio', 'voice', 'document'])
  expect(kindsFor({ type: 'image/gif' })).toEqual(['sticker', 'document'])
  expect(kindsFor({ type: 'application/pdf' })).toEqual(['document'])
})
