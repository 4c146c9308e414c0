import { sampleUrl } from '../../domain/messaging/media-url.ts'
import { isObject, type Json } from '../../domain/templates/json.ts'
import type { TemplateComponent } from '../../domain/templates/model.ts'
import { sessionOf } from '../../domain/uploads.ts'
import type { FieldContext } from '../../graph/node.ts'

/**
 * Parts of a template as they are read: in place of the handle of a sample stands a link to its bytes. What is no
 * handle of a file that is still there stays as it is.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-management
 */
export async function withSampleLinks(
  components: readonly TemplateComponent[],
  context: FieldContext,
): Promise<TemplateComponent[]> {
  return Promise.all(components.map(async part => (await linked(part as Json, context)) as TemplateComponent))
}

async function linked(component: Json, context: FieldContext): Promise<Json> {
  const { example, cards } = component
  const handles = isObject(example) ? example.header_handle : undefined
  return {
    ...component,
    ...(Array.isArray(handles)
      ? { example: { ...(example as Json), header_handle: await links(handles, context) } }
      : {}),
    ...(Array.isArray(cards) ? { cards: await Promise.all(cards.map(card => linkedCard(card, context))) } : {}),
  }
}

async function linkedCard(card: unknown, context: FieldContext): Promise<unknown> {
  if (!isObject(card) || !Array.isArray(card.components)) return card
  return {
    ...card,
    components: await Promise.all(card.components.map(part => (isObject(part) ? linked(part, context) : part))),
  }
}

const links = (handles: readonly unknown[], { read, baseUrl, sign }: FieldContext): Promise<unknown[]> =>
  Promise.all(
    handles.map(async handle => {
      const id = typeof handle === 'string' ? sessionOf(handle) : undefined
      const session = id === undefined ? undefined : await read.uploads.find(id)
      return session && session.handle === handle ? sampleUrl(baseUrl, session.id, sign) : handle
    }),
  )
