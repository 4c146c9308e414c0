import { expect, test } from 'vitest'
import { MAX_SIZE, mediaKind, uploadTypeRefusal } from './media-types.ts'

test.each([
  ['image/jpeg', 'image'],
  ['image/webp', 'sticker'],
  ['audio/ogg; codecs=opus', 'audio'],
  ['VIDEO/MP4', 'video'],
  ['application/pdf', 'document'],
  ['text/csv', undefined],
])('%s is sent as %s', (mime, kind) => {
  expect(mediaKind(mime)).toBe(kind)
})

test('an upload of another type is refused with the list of types', () => {
  expect(uploadTypeRefusal('image/png')).toBeUndefined()
  expect(uploadTypeRefusal('text/csv')).toMatchObject({
    code: 100,
    http: 400,
    message:
      'Param file must be a file with one of the following types: audio/aac, audio/mp4, audio/mpeg, audio/amr, ' +
      'audio/ogg, audio/opus, application/vnd.ms-powerpoint, application/msword, ' +
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document, ' +
      'application/vnd.openxmlformats-officedocument.presentationml.presentation, ' +
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, application/pdf, ' +
      'application/vnd.ms-excel, text/plain, video/mp4, video/3gpp, image/jpeg, image/png, image/webp. ' +
      "Received file of type 'text/csv'.",
  })
})

test('sizes are bytes', () => {
  expect(MAX_SIZE).toEqual({
    audio: 16_777_216,
    document: 104_857_600,
    image: 5_242_880,
    sticker: 512_000,
    video: 16_777_216,
  })
})
