import { describe, expect, test } from 'vitest'
import { type CarriedFile, mediaFault } from './media-checks.ts'
import { KILOBYTE, MEDIA_TYPES, MEGABYTE, type MediaKind } from './media-types.ts'

const KINDS: readonly MediaKind[] = ['audio', 'document', 'image', 'sticker', 'video']

const square = { width: 512, height: 512 }

/** A file that is what it was declared to be. */
const sound = (kind: MediaKind, mime_type: string, changes: Partial<CarriedFile> = {}): CarriedFile => ({
  kind,
  mime_type,
  file_size: 1000,
  facts: { content_type: mime_type, ...(kind === 'sticker' ? square : {}) },
  ...changes,
})

const told = (file: CarriedFile) => mediaFault(file)?.details

describe('types', () => {
  const LISTS: { [kind in Exclude<MediaKind, 'document'>]: [name: string, list: string] } = {
    audio: ['Audio', 'audio/ogg; codecs=opus, audio/mpeg, audio/amr, audio/mp4, audio/aac'],
    image: ['Image', 'image/png, image/jpeg'],
    sticker: ['Sticker', 'image/webp'],
    video: ['Video', 'video/mp4, video/3gpp'],
  }
  const pairs = KINDS.flatMap(kind => MEDIA_TYPES.map(type => ({ ...type, own: type.kind, kind })))

  test.each(pairs)('$mime as $kind', ({ kind, mime, own }) => {
    const fits = kind === 'document' || (kind === own && mime !== 'audio/opus')
    const [name, list] = LISTS[kind as 'image'] ?? []
    const sentence = `Unsupported ${name} mime type ${mime}. Please use one of ${list}.`
    expect(told(sound(kind, mime))).toBe(fits ? undefined : sentence)
  })

  test('a voice message is called by its name', () => {
    expect(told(sound('audio', 'audio/opus', { voice: true }))).toBe(
      'Unsupported Voice mime type audio/opus. ' +
        'Please use one of audio/ogg; codecs=opus, audio/mpeg, audio/amr, audio/mp4, audio/aac.',
    )
    expect(told(sound('audio', 'audio/mpeg', { voice: true }))).toBeUndefined()
  })

  test('a type that is on no list is no document either', () => {
    expect(told(sound('document', 'text/csv'))).toMatch(
      /^Unsupported Document mime type text\/csv\. Please use one of /,
    )
  })

  test('the refusal is 131053', () => {
    expect(mediaFault(sound('image', 'text/html'))).toMatchObject({ code: 131053, message: 'Media upload error' })
  })
})

describe('sizes', () => {
  const animated = { content_type: 'image/webp', ...square, animated: true }
  const still = { ...animated, animated: false }
  test.each([
    { kind: 'audio', mime: 'audio/aac', max: 16 * MEGABYTE, words: '16MB' },
    { kind: 'audio', mime: 'audio/amr', max: 16 * MEGABYTE, words: '16MB' },
    { kind: 'audio', mime: 'audio/mpeg', max: 16 * MEGABYTE, words: '16MB' },
    { kind: 'audio', mime: 'audio/mp4', max: 16 * MEGABYTE, words: '16MB' },
    { kind: 'audio', mime: 'audio/ogg', max: 16 * MEGABYTE, words: '16MB' },
    ...MEDIA_TYPES.filter(({ kind }) => kind === 'document').map(({ mime }) => {
      return { kind: 'document' as const, mime, max: 100 * MEGABYTE, words: '100MB' }
    }),
    { kind: 'image', mime: 'image/jpeg', max: 5 * MEGABYTE, words: '5MB' },
    { kind: 'image', mime: 'image/png', max: 5 * MEGABYTE, words: '5MB' },
    { kind: 'sticker', mime: 'image/webp', max: 500 * KILOBYTE, words: '500KB', facts: animated },
    { kind: 'sticker', mime: 'image/webp', max: 100 * KILOBYTE, words: '100KB', facts: still },
    { kind: 'video', mime: 'video/mp4', max: 16 * MEGABYTE, words: '16MB' },
    { kind: 'video', mime: 'video/3gpp', max: 16 * MEGABYTE, words: '16MB' },
  ] as const)('$mime as $kind has at most $words', row => {
    const { kind, mime, max, words } = row
    const facts = 'facts' in row ? { facts: row.facts } : {}
    const sized = (file_size: number) => told(sound(kind, mime, { file_size, ...facts }))
    expect(sized(max - 1)).toBeUndefined()
    expect(sized(max)).toBeUndefined()
    expect(sized(max + 1)).toBe(`Media file size too big. Max file size we currently support: ${words}`)
  })
})

describe('content', () => {
  const of = (kind: MediaKind, mime: string, facts: Partial<CarriedFile['facts']>) =>
    told(sound(kind, mime, { facts: { content_type: mime, ...facts } }))

  test.each([
    ['audio', 'audio/ogg', 'application/octet-stream', 'Audio file uploaded with mimetype as audio/ogg; codecs=opus'],
    ['audio', 'audio/mp4', 'application/octet-stream', 'Audio file uploaded with mimetype as audio/mp4'],
    ['audio', 'audio/mpeg', 'audio/ogg', 'Audio file uploaded with mimetype as audio/mpeg'],
    ['video', 'video/mp4', 'video/webm', 'Video file uploaded with mimetype as video/mp4'],
    ['image', 'image/png', 'image/jpeg', 'Image file uploaded with mimetype as image/png'],
  ] as const)('%s of type %s that is %s', (kind, mime, content_type, sentence) => {
    expect(of(kind, mime, { content_type })).toBe(
      `${sentence}, however on processing it is of type ${content_type}. Please choose a different file.`,
    )
  })

  test('a picture that is none', () => {
    expect(of('image', 'image/jpeg', { content_type: 'application/octet-stream' })).toBe('Image is invalid.')
  })

  test('a document is passed on as it is', () => {
    expect(of('document', 'application/pdf', { content_type: 'application/octet-stream' })).toBeUndefined()
  })

  test.each([
    [{ audio_codec: 'opus', audio_channels: 1 }, undefined],
    [{ audio_codec: 'opus', audio_channels: 2 }, 'audio/ogg; codecs=opus, channels=2'],
    [{ audio_codec: 'vorbis', audio_channels: 1 }, 'audio/ogg; codecs=vorbis'],
  ])('a recording of %j', (facts, found) => {
    const sentence = `Audio file uploaded with mimetype as audio/ogg; codecs=opus, however on processing it is of type ${found}. Please choose a different file.`
    expect(of('audio', 'audio/ogg', facts)).toBe(found && sentence)
  })

  test.each([
    [{ depth: 7 }, undefined],
    [{ depth: 8 }, undefined],
    [{ depth: 16 }, 'Image is invalid.'],
    [{ depth: 8, cmyk: true }, 'Image is invalid.'],
  ])('a picture of %j', (facts, sentence) => {
    expect(of('image', 'image/jpeg', facts)).toBe(sentence)
  })

  const UNUSABLE = 'Sticker file could not be processed. Please choose a different file.'
  test.each([
    [512, 512, undefined],
    [511, 512, UNUSABLE],
    [512, 511, UNUSABLE],
    [513, 512, UNUSABLE],
    [512, 513, UNUSABLE],
  ])('a sticker of %d by %d pixels', (width, height, sentence) => {
    expect(of('sticker', 'image/webp', { width, height })).toBe(sentence)
  })

  test.each([
    [{}, undefined],
    [{ video_codec: 'h264', audio_streams: 0 }, undefined],
    [{ video_codec: 'h264', audio_streams: 1, audio_codec: 'aac' }, undefined],
    [{ video_codec: 'h264', audio_streams: 2, audio_codec: 'aac' }, 'videoCodec=h264, audioStreams=2'],
    [{ video_codec: 'h264', audio_streams: 1, audio_codec: 'mp3' }, 'videoCodec=h264, audioCodec=mp3'],
    [{ video_codec: 'h265', audio_streams: 1, audio_codec: 'aac' }, 'videoCodec=h265, audioCodec=aac'],
    [{ video_codec: 'h265', audio_streams: 0 }, 'videoCodec=h265'],
  ])('a film of %j', (facts, found) => {
    const sentence = `Video file uploaded with mimetype as video/mp4, however on processing it is of type video/mp4, ${found}. Please choose a different file.`
    expect(of('video', 'video/mp4', facts)).toBe(found && sentence)
  })

  test('what is sent on without having been looked into is believed', () => {
    const { facts: _, ...file } = sound('image', 'image/png')
    expect(told(file)).toBeUndefined()
  })
})
