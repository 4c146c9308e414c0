import { z } from 'zod'
import { ContentMissing, UnsupportedMessageType, ValueNotValid } from '../../../domain/catalogue.ts'
import type { InteractiveContent } from '../../../domain/messaging/content/interactive.ts'
import { directCategory } from '../../../domain/messaging/direct-send.ts'
import type { Contents, MessageDraft, MessageType } from '../../../domain/messaging/draft.ts'
import { INTERACTIVE_TYPES, isInteractiveType } from '../../../domain/messaging/interactive/kinds.ts'
import { mediaReferences } from '../../../domain/messaging/media-references.ts'
import { readAddressee } from '../../../domain/messaging/recipient.ts'
import { Refused } from '../../../domain/refusals.ts'
import { parseParams } from '../../../graph/params.ts'
import type { SendMessageParams } from './index.ts'
import { DirectButtonMessage } from './interactive/button.ts'
import { interactiveShapes } from './interactive/index.ts'

/**
 * The message that well-formed parameters ask for. `sender` is the number it goes out from: a recipient without country
 * code is taken for one of the same country. Throws Refused when there is nobody or nothing to send.
 */
export function readDraft(params: SendMessageParams, sender: { digits: string }): MessageDraft {
  const to = readAddressee(params, sender.digits)
  const type = params.type ?? 'text'
  if (params[type] === undefined || params[type] === null) throw new Refused(ContentMissing(type))
  if (type === 'gif' || type === 'link_preview') throw new Refused(UnsupportedMessageType)
  const content = contentOf(type, params)
  const name = params.direct_send_config?.template_name
  return {
    type,
    content,
    to,
    media: mediaReferences(type, content),
    // A reaction belongs to its message and answers no other.
    ...(params.context && type !== 'reaction' ? { context: params.context.message_id } : {}),
    ...given(params, 'biz_opaque_callback_data'),
    ...given(params, 'recipient_identity_key_hash'),
    ...given(params, 'category'),
    ...given(params, 'ttl_seconds'),
    ...(name === undefined ? {} : { direct_template_name: name }),
  } as MessageDraft
}

const given = <K extends keyof SendMessageParams>(params: SendMessageParams, name: K) =>
  params[name] === undefined ? {} : { [name]: params[name] }

function contentOf(type: MessageType, params: SendMessageParams): Contents[MessageType] {
  switch (type) {
    case 'interactive':
      return readInteractive(params.interactive!, directCategory(params) !== undefined)
    case 'location': {
      const { latitude, longitude, ...rest } = params.location!
      return { ...rest, latitude: degrees(latitude), longitude: degrees(longitude) }
    }
    default:
      return params[type]!
  }
}

/** NaN where the text is no number, for the rule to say so. */
const degrees = (value: string | number): number =>
  typeof value === 'string' && value.trim() === '' ? Number.NaN : Number(value)

/** The second reading, by the shape of the kind. A missing body is reported as the missing text of one. */
function readInteractive(content: NonNullable<SendMessageParams['interactive']>, direct: boolean): InteractiveContent {
  const type = content.type.toLowerCase()
  if (!isInteractiveType(type)) {
    const supported = INTERACTIVE_TYPES.join(', ')
    throw new Refused(
      ValueNotValid(`interactive message type, ${content.type}, is not supported. Supported types [${supported}]`),
    )
  }
  const shape = direct && type === 'button' ? DirectButtonMessage : interactiveShapes[type]
  const needsBody = !(shape.shape.body instanceof z.ZodOptional)
  const raw = needsBody && content.body === undefined ? { ...content, body: {} } : content
  return parseParams(z.looseObject({ interactive: shape }), { interactive: raw }).interactive
}
