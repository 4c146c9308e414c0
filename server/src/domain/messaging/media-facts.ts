/** What the bytes of a file say about it, as far as a rule asks. What does not apply, or cannot be told, is left out. */
export interface MediaFacts {
  /** MIME type by the bytes; `application/octet-stream` where they are of no type that they should show. */
  content_type: string
  /** Pixels. */
  width?: number
  height?: number
  /** Bits per colour channel of a picture. */
  depth?: number
  /** Colours for printing, not for screens. */
  cmyk?: boolean
  /** A sticker or picture that moves. */
  animated?: boolean
  /** `opus`, or what else an OGG file holds. */
  audio_codec?: string
  /** Of an OGG file: 1 is mono. */
  audio_channels?: number
  /** Of a film: `h264`, or what else. */
  video_codec?: string
  /** Streams of sound in a film. */
  audio_streams?: number
}

/** Bytes of no known type. */
export const UNKNOWN_CONTENT = 'application/octet-stream'
