import { beforeEach, expect, test } from 'vitest'
import { DAY, HOUR } from '../../src/domain/time.ts'
import { HANDLE_LIFE, SESSION_LIFE } from '../../src/domain/uploads.ts'
import { carried, handle, piece, png, uploaded, webp } from '../media.ts'
import { fileWorld } from '../shared-world.ts'

const w = await fileWorld()
beforeEach(async () => {
  await w.says('Hello')
})

test('D27: a sticker of the wrong size in pixels could not be processed', async () => {
  const id = await uploaded(w, 'image/webp', webp({ width: 256, height: 256 }))
  expect(await carried(w, { type: 'sticker', sticker: { id } })).toBe(
    'Sticker file could not be processed. Please choose a different file.',
  )
})

test('D28: a piece is answered with where to go on, and a wrong offset with code 100', async () => {
  const params = { file_length: 100, file_type: 'image/png' }
  const { id } = (await w.graph('POST', `${w.landline.app_id}/uploads`, params)).body
  expect((await piece(w, id, 0, Buffer.alloc(40))).body).toEqual({ id, file_offset: 40 })
  expect((await piece(w, id, 0, Buffer.alloc(40))).body.error).toMatchObject({
    code: 100,
    message: '(#100) Param file_offset must be 40 - got 0.',
  })
})

test('D29: a session lives 24 hours, and a handle 30 days', () => {
  expect([SESSION_LIFE, HANDLE_LIFE]).toEqual([24 * HOUR, 30 * DAY])
})

test('D30: a picture with a palette is delivered', async () => {
  const palette = png()
  palette[25] = 3
  const id = await uploaded(w, 'image/png', palette)
  expect(await carried(w, { type: 'image', image: { id } })).toBe('delivered')
})

test('D31: a picture is delivered as a document', async () => {
  const id = await uploaded(w, 'image/png', png())
  expect(await carried(w, { type: 'document', document: { id } })).toBe('delivered')
})

test('D32: the picture of a profile is at this server', async () => {
  const path = `${w.landline.phone_number_id}/whatsapp_business_profile`
  const profile_picture_handle = await handle(w, 'image/png', png())
  await w.graph('POST', path, { messaging_product: 'whatsapp', profile_picture_handle })
  const { profile_picture_url: url } = (await w.graph('GET', path)).body.data[0]
  expect(url.startsWith(`${w.landline.url}/profile_pictures/?`)).toBe(true)
  await w.advance('31d')
  expect((await fetch(url)).status).toBe(200)
})
