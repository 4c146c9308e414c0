import type { Refusal } from '../refusals.ts'

/* https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media */

/** An id that is unknown, has expired or belongs to another account. `name` as Graph prints it: `image['id']`. */
export const MediaNotFound = (name: string): Refusal => ({
  name: 'MediaNotFound',
  code: 100,
  http: 400,
  message: `Param ${name} is not a valid whatsapp business account media attachment ID`,
})

/** `types` in the order in which they are to be printed. */
export const FileTypeNotAllowed = (types: readonly string[], received: string): Refusal => ({
  name: 'FileTypeNotAllowed',
  code: 100,
  http: 400,
  message:
    `Param file must be a file with one of the following types: ${types.join(', ')}. ` +
    `Received file of type '${received}'.`,
})

/** Media of a message that was accepted could not be fetched or used. */
export const MediaUploadFailed = (details: string): Refusal => ({
  name: 'MediaUploadFailed',
  code: 131053,
  http: 400,
  message: 'Media upload error',
  details,
})

/** A link that answered with anything but success. */
export const LinkUnreachable = (status: number, phrase: string): Refusal =>
  MediaUploadFailed(`Downloading media from weblink failed with http code ${status}, status message ${phrase}`)

export const ImageInvalid: Refusal = MediaUploadFailed('Image is invalid.')

/** A customer's file that is too big for the business to fetch. */
export const MediaDownloadFailed: Refusal = {
  name: 'MediaDownloadFailed',
  code: 131052,
  http: 400,
  message: 'Media download error',
  details:
    'Media file size too big. Max file size we currently support: 100MB. ' +
    'Please communicate with your customer to send a media file that is less than 100MB',
}

/** The platform does not say how it refuses bytes beyond its limit while they arrive; this wording is ours. */
export const MediaTooLarge = (limit: number): Refusal => ({
  name: 'MediaTooLarge',
  code: 100,
  http: 400,
  message: `Param file must be at most ${limit} bytes.`,
})

/** A media link that has expired or was never made. The page says 404 and no more. */
export const MediaLinkInvalid: Refusal = {
  name: 'MediaLinkInvalid',
  code: 100,
  http: 404,
  bare: true,
  message: 'Not Found',
}
