import { createHash } from 'node:crypto'
import { type DirectCategory, templateCategory } from '../../../domain/messaging/direct-send.ts'
import { directComponents } from '../../../domain/messaging/direct-template.ts'
import type { MessageDraft } from '../../../domain/messaging/draft.ts'
import type { Template } from '../../../domain/templates/model.ts'
import type { Read } from '../../../store/read.ts'
import type { SentTemplate } from './bind-sent.ts'

/** What is not known of a message is its language. */
const LANGUAGE = 'en'

/**
 * The hidden template that a message of Direct Send belongs to. Its id follows from its name, so that the first message
 * names the one that is only made by what it sets off.
 */
export async function bindDirect(
  draft: MessageDraft,
  category: DirectCategory,
  accountId: string,
  read: Read,
): Promise<SentTemplate> {
  const components = directComponents(draft)
  const name = draft.direct_template_name ?? autoName(category, components)
  const id = idOf(`${accountId}/${name}`)
  const made = { id, account_id: accountId, name, language: LANGUAGE, category: templateCategory(category), components }
  const known = (await read.templates.named(accountId, name)).length > 0
  const { ttl_seconds } = draft
  return {
    ...(known ? {} : { wanted: made satisfies Partial<Template> }),
    template: {
      id,
      name,
      language: LANGUAGE,
      category: made.category,
      rendered: {},
      direct: true,
      ...(ttl_seconds === undefined ? {} : { ttl_seconds }),
    },
  }
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

const autoName = (category: DirectCategory, components: object): string =>
  `auto_generated_${hashOf(`${category}/${JSON.stringify(components)}`).slice(0, 16)}`

/** Sixteen digits, like any other id. */
const idOf = (text: string): string =>
  `2${(BigInt(`0x${hashOf(text).slice(0, 15)}`) % 10n ** 15n).toString().padStart(15, '0')}`
