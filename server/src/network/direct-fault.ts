import { DirectTemplateTaken, TemplatePausedForQuality } from '../domain/catalogue.ts'
import type { Message } from '../domain/messaging/model.ts'
import type { Refusal } from '../domain/refusals.ts'
import type { Read } from '../store/read.ts'

/** What stops a message of Direct Send on its way: its template. Costs nothing for other messages. */
export async function directFault({ account_id, template }: Message, read: Read): Promise<Refusal | undefined> {
  if (!template?.direct) return undefined
  const named = await read.templates.named(account_id, template.name)
  if (named.some(one => !one.auto_generated)) return DirectTemplateTaken
  return named.some(one => one.status === 'PAUSED') ? TemplatePausedForQuality : undefined
}
