/**
 * What a message of each plain kind says, as the wire carries it. Members that the platform does not document may be
 * there as well; they are kept but mean nothing.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages
 */
export interface TextContent {
  body: string
  preview_url?: boolean
}

/** A file, by the id of an upload or by a link; which members mean something depends on the kind of media. */
export interface MediaContent {
  id?: string
  link?: string
  caption?: string
  filename?: string
  /** Audio only: shown as a voice message. */
  voice?: boolean
}

/** A place, with its coordinates as numbers whatever the caller sent. */
export interface LocationContent {
  latitude: number
  longitude: number
  name?: string
  address?: string
}

interface ContactName {
  formatted_name: string
  first_name?: string
  last_name?: string
  middle_name?: string
  suffix?: string
  prefix?: string
}

/** One card of an address book. */
export interface ContactCard {
  name: ContactName
  addresses?: object[]
  birthday?: string
  emails?: { email: string; type?: string }[]
  org?: { company?: string; department?: string; title?: string }
  phones?: { phone: string; type?: string; wa_id?: string }[]
  urls?: { url: string; type?: string }[]
}

/** An empty `emoji` takes the reaction back. */
export interface ReactionContent {
  message_id: string
  emoji: string
}

export interface PinContent {
  type: 'pin' | 'unpin'
  message_id: string
  expiration_days?: number
}
