import type { Envelope, Header, Location, MediaRef } from '../../api/messages.ts'
import { FileCard } from './document.tsx'
import { PlaceCard } from './location.tsx'
import { heldMedia, mediaUrl } from './media-url.ts'
import { Picture } from './picture.tsx'
import { Film } from './video.tsx'

interface AnyHeader {
  kind: string
  text?: string
  media?: MediaRef
  location?: Location
}

/** What stands on top of a message with buttons or a template: a line, a picture, a film, a file or a place. */
export function HeaderView({ kind, text, media, location }: AnyHeader) {
  switch (kind.toLowerCase()) {
    case 'text':
      return text ? <p className="px-1.5 pt-0.5 font-semibold [overflow-wrap:anywhere]">{text}</p> : null
    case 'image':
    case 'gif':
      return <Picture src={mediaUrl(media)} alt="Picture of the message" className="max-h-56" />
    case 'video':
      return <Film src={mediaUrl(media)} className="max-h-56" />
    case 'document':
      return <FileCard url={mediaUrl(media)} filename={media?.filename} />
    case 'location':
      return location ? <PlaceCard {...location} /> : null
    default:
      return null
  }
}

interface InteractiveHeaderProps {
  header: Header
  /** Where the server holds the media, when the message has just this one. */
  held?: Envelope['media']
  fetched?: Envelope['fetched']
}

export function InteractiveHeader({ header, held, fetched }: InteractiveHeaderProps) {
  const media = heldMedia(header.image ?? header.video ?? header.document, held, fetched)
  return <HeaderView kind={header.type} text={header.text} media={media} />
}
