import { ImageInvalid, MediaUploadFailed } from '../catalogue.ts'
import type { Refusal } from '../refusals.ts'
import { type Check, firstRefusal } from './check.ts'
import { type MediaFacts, UNKNOWN_CONTENT } from './media-facts.ts'
import {
  bareMime,
  KILOBYTE,
  MAX_SIZE,
  MAX_STATIC_STICKER,
  MEGABYTE,
  type MediaKind,
  sendableTypes,
} from './media-types.ts'

/** A file as a message is about to show it. */
export interface CarriedFile {
  kind: MediaKind
  /** Sent to be shown as a voice message. */
  voice?: boolean
  /** As its uploader, or the answer of its link, declared it. */
  mime_type: string
  /** Bytes. */
  file_size: number
  /** Absent for what a customer sent and a business sends on. */
  facts?: MediaFacts
}

type MediaCheck = Check<CarriedFile>

/**
 * Pixels of a sticker, in both directions.
 * NOTE: older pages only; the current one gives sizes in bytes.
 */
const STICKER_PIXELS = 512
/** Bits: pictures are 8-bit RGB or RGBA. */
const PICTURE_DEPTH = 8
const MONO = 1

/** The declared type must be one that a message of this kind carries. Observed for images, audio and voice messages. */
const typeOfKind: MediaCheck = ({ kind, voice, mime_type }) => {
  const types = sendableTypes(kind)
  if (types.some(type => bareMime(type) === bareMime(mime_type))) return undefined
  return MediaUploadFailed(
    `Unsupported ${kindName(kind, voice)} mime type ${mime_type}. Please use one of ${types.join(', ')}.`,
  )
}

const sizeOfKind: MediaCheck = ({ kind, file_size, facts }) => {
  const max = kind === 'sticker' && facts?.animated === false ? MAX_STATIC_STICKER : MAX_SIZE[kind]
  return file_size <= max ? undefined : MediaUploadFailed(tooBig(max))
}

/** A document is passed on as it is; everything else is looked into, and must be what it was declared to be. */
const contentAsDeclared: MediaCheck = file => {
  const { kind, mime_type, facts } = file
  if (!facts || kind === 'document' || facts.content_type === bareMime(mime_type)) return undefined
  if (kind === 'sticker') return StickerUnusable
  if (kind === 'image' && facts.content_type === UNKNOWN_CONTENT) return ImageInvalid
  return notAsDeclared(file, facts.content_type)
}

/** OGG carries Opus, with one channel. */
const opusInMono: MediaCheck = file => {
  const { audio_codec, audio_channels } = file.facts ?? {}
  if (audio_codec === undefined || file.kind !== 'audio') return undefined
  if (audio_codec !== 'opus') return notAsDeclared(file, `audio/ogg; codecs=${audio_codec}`)
  if (audio_channels === undefined || audio_channels === MONO) return undefined
  return notAsDeclared(file, `audio/ogg; codecs=opus, channels=${audio_channels}`)
}

/** Pictures are 8-bit RGB or RGBA; shades of grey and palettes become that. */
const pictureDepth: MediaCheck = ({ kind, facts }) =>
  kind === 'image' && facts && ((facts.depth ?? 0) > PICTURE_DEPTH || facts.cmyk) ? ImageInvalid : undefined

const stickerSquare: MediaCheck = ({ kind, facts }) =>
  kind === 'sticker' && facts && (facts.width !== STICKER_PIXELS || facts.height !== STICKER_PIXELS)
    ? StickerUnusable
    : undefined

/** H.264 with one stream of AAC or none. A film whose streams cannot be told is let through. */
const filmStreams: MediaCheck = file => {
  const { kind, facts } = file
  if (kind !== 'video' || !facts?.video_codec) return undefined
  const { video_codec, audio_codec, audio_streams = 0 } = facts
  const fine = video_codec === 'h264' && audio_streams <= 1 && (audio_streams === 0 || audio_codec === 'aac')
  if (fine) return undefined
  const sound = audio_streams > 1 ? `, audioStreams=${audio_streams}` : audio_codec ? `, audioCodec=${audio_codec}` : ''
  return notAsDeclared(file, `${facts.content_type}, videoCodec=${video_codec}${sound}`)
}

/**
 * What can be said against a file once the message is on its way; told by a failed status with 131053.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media
 */
const mediaChecks: readonly MediaCheck[] = [
  typeOfKind,
  sizeOfKind,
  contentAsDeclared,
  opusInMono,
  pictureDepth,
  stickerSquare,
  filmStreams,
]

/** The first fault of a file, or nothing. */
export const mediaFault = (file: CarriedFile): Refusal | undefined => firstRefusal(mediaChecks, file, undefined, 0)

/** NOTE: the sentence is the one for files from customers, with the limit of the kind. `max` in bytes. */
export const tooBig = (max: number): string =>
  `Media file size too big. Max file size we currently support: ${inWords(max)}`

/** Observed for stickers that cannot be read; the page does not say what a wrong size in pixels is told. */
const StickerUnusable: Refusal = MediaUploadFailed(
  'Sticker file could not be processed. Please choose a different file.',
)

/** Observed for audio and video. */
const notAsDeclared = ({ kind, mime_type }: CarriedFile, found: string): Refusal =>
  MediaUploadFailed(
    `${kindName(kind)} file uploaded with mimetype as ${shownMime(mime_type)}, however on processing it is of type ` +
      `${found}. Please choose a different file.`,
  )

const shownMime = (mime: string): string => (bareMime(mime) === 'audio/ogg' ? 'audio/ogg; codecs=opus' : mime)

const kindName = (kind: MediaKind, voice = false): string =>
  voice ? 'Voice' : kind.charAt(0).toUpperCase() + kind.slice(1)

const inWords = (bytes: number): string => (bytes >= MEGABYTE ? `${bytes / MEGABYTE}MB` : `${bytes / KILOBYTE}KB`)
