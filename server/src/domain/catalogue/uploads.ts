import type { Refusal } from '../refusals.ts'

/*
 * https://developers.facebook.com/docs/graph-api/guides/upload names no errors; the wording of these is ours.
 */

export const FileLengthOutOfRange = (max: number): Refusal => ({
  name: 'InvalidParameter',
  code: 100,
  http: 400,
  message: `Param file_length must be between 1 and ${max}.`,
})

/** Bytes must go on where those that have arrived end. */
export const OffsetInvalid = (expected: number, got: number): Refusal => ({
  name: 'OffsetInvalid',
  code: 100,
  http: 400,
  message: `Param file_offset must be ${expected} - got ${got}.`,
})

/** More bytes than the session was begun for. */
export const FileLongerThanSaid = (length: number): Refusal => ({
  name: 'FileLongerThanSaid',
  code: 100,
  http: 400,
  message: `The file is longer than its file_length of ${length} bytes.`,
})

export const PictureHandleNotUsable: Refusal = {
  name: 'PictureHandleNotUsable',
  code: 100,
  http: 400,
  message: 'Param profile_picture_handle is not the handle of an uploaded JPEG or PNG image.',
}
