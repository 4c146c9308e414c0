import type { MediaContent } from './content/basic.ts'
import type { Header, InteractiveContent } from './content/interactive.ts'
import type { TemplateContent, TemplateParameter, TemplatePart } from './content/template.ts'
import type { Contents, MessageType } from './draft.ts'
import type { MediaKind } from './media-types.ts'

/** A file that a message shows: where in the request, and where it comes from. */
export interface MediaReference {
  /** The media object as Graph prints it: `image`, or `template['components'][0]['parameters'][0]['image']`. */
  object: string
  /** The member that names the file: `image['id']` or `image['link']`. */
  path: string
  kind: MediaKind
  id?: string
  link?: string
}

/** Every file in a message, in the order of the request. */
export function mediaReferences<T extends MessageType>(type: T, content: Contents[T]): MediaReference[] {
  switch (type) {
    case 'audio':
    case 'document':
    case 'image':
    case 'sticker':
    case 'video':
      return [reference(type, type, content as MediaContent)]
    case 'interactive':
      return inInteractive(content as InteractiveContent)
    case 'template':
      return inParts("template['components']", (content as TemplateContent).components)
    default:
      return []
  }
}

function reference(object: string, kind: MediaKind, media: MediaContent): MediaReference {
  const path = `${object}['${media.id === undefined && media.link !== undefined ? 'link' : 'id'}']`
  return {
    object,
    path,
    kind,
    ...(media.id === undefined ? {} : { id: media.id }),
    ...(media.link === undefined ? {} : { link: media.link }),
  }
}

function inInteractive(content: InteractiveContent): MediaReference[] {
  const found = inHeader("interactive['header']", content.header)
  if (content.type !== 'carousel') return found
  const cards = content.action.cards.flatMap((card, index) =>
    inHeader(`interactive['action']['cards'][${index}]['header']`, card.header),
  )
  return [...found, ...cards]
}

function inHeader(at: string, header: Header | undefined): MediaReference[] {
  if (!header || header.type === 'text') return []
  const media = header[header.type]
  return media ? [reference(`${at}['${header.type}']`, header.type, media)] : []
}

function inParts(at: string, parts: TemplatePart[] | undefined): MediaReference[] {
  return (parts ?? []).flatMap((part, index) => [
    ...(part.parameters ?? []).flatMap((parameter, i) => inParameter(`${at}[${index}]['parameters'][${i}]`, parameter)),
    ...(part.cards ?? []).flatMap((card, i) =>
      inParts(`${at}[${index}]['cards'][${i}]['components']`, card.components),
    ),
  ])
}

function inParameter(at: string, parameter: TemplateParameter): MediaReference[] {
  const { type } = parameter
  if (type !== 'image' && type !== 'video' && type !== 'document' && type !== 'gif') return []
  const media = parameter[type]
  // An animated picture in a header is a video without sound.
  return media ? [reference(`${at}['${type}']`, type === 'gif' ? 'video' : type, media)] : []
}
