import { TemplateInvalid } from '../../../domain/catalogue.ts'
import type { MessageDraft } from '../../../domain/messaging/draft.ts'
import type { Message } from '../../../domain/messaging/model.ts'
import { Refused } from '../../../domain/refusals.ts'
import { bindTemplate, templateSendable } from '../../../domain/templates/index.ts'
import type { Template } from '../../../domain/templates/model.ts'
import type { Read } from '../../../store/read.ts'

/** The template of a send: as it is kept, and as the message carries it. */
export interface SentTemplate {
  /** Nothing where the message itself says what a hidden template would. */
  record?: Template
  /** A hidden template that is not there yet, and is made after the first message. */
  wanted?: Pick<Template, 'id' | 'account_id' | 'name' | 'language' | 'category' | 'components'>
  template: NonNullable<Message['template']>
}

/** The template of a send, found and filled in; nothing for other messages. `lite`: by the Marketing Messages API. */
export async function bindSent(
  draft: MessageDraft,
  accountId: string,
  read: Read,
  lite = false,
): Promise<(SentTemplate & { record: Template }) | undefined> {
  if (draft.type !== 'template') return undefined
  const { name, language, components } = draft.content
  const template = (await read.templates.named(accountId, name)).find(one => one.language === language.code)
  const refusal = templateSendable(template, name, language.code)
  if (refusal) throw new Refused(refusal)
  const record = template!
  if (record.auto_generated)
    throw new Refused(TemplateInvalid("Direct send template can't be used for template message"))
  const { id, category, message_send_ttl_seconds: ttl } = record
  const rendered = bindTemplate(record, components)
  // Marketing templates have a time to live of their own in the Marketing Messages API only.
  const own = ttl === undefined || (category === 'MARKETING' && !lite) ? {} : { ttl_seconds: ttl }
  return {
    record,
    template: { id, name, language: language.code, category, rendered, ...own, ...(lite ? { lite: true } : {}) },
  }
}
