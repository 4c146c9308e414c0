import type { Account } from '../../../domain/accounts/model.ts'
import type { Template } from '../../../domain/templates/model.ts'
import { copyRefusal } from '../../../domain/templates/rules/account.ts'
import type { Unit } from '../../../store/store.ts'
import { stageNewTemplate } from '../../../store/template-step.ts'
import { accountFacts } from './facts.ts'

/** Stages a copy of an approved template in another account: approved as well, and without any feedback. */
export async function copyTemplate(unit: Unit, template: Template, accountId: string): Promise<void> {
  const { ids, now } = unit
  const changed = copyOf(template, { id: ids.node(), account_id: accountId }, now)
  const { id: template_id, account_id, name, language, category } = changed
  const scene = { at: now, account_id, template_id, name, language, category }
  await stageNewTemplate(unit, { changed, events: [{ type: 'template.created', ...scene }] })
}

/**
 * Stages copies of the approved templates of high quality that an account has: they come along with a number that moves.
 * Those that the other account has no room for stay behind.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/solution-providers/support/migrating-phone-numbers-among-solution-partners-programmatically
 */
export async function copyBestTemplates(unit: Unit, fromId: string, to: Account): Promise<void> {
  const { read, now } = unit
  const best = (await read.templates.ofAccount(fromId)).filter(
    one => one.status === 'APPROVED' && one.quality === 'GREEN' && !one.auto_generated,
  )
  const facts = await accountFacts(to, read, new Set())
  let copied = 0
  for (const template of best) {
    const sameName = await read.templates.everNamed(to.id, template.name)
    if (copyRefusal(template, { ...facts, sameName, total: facts.total + copied }, now)) continue
    await copyTemplate(unit, template, to.id)
    copied++
  }
}

/** The same words, with a life of its own. */
function copyOf(template: Template, place: { id: string; account_id: string }, now: number): Template {
  const { name, language, category, parameter_format, components } = template
  const kept = KEPT.filter(member => template[member] !== undefined).map(member => [member, template[member]])
  return {
    ...place,
    name,
    language,
    category,
    parameter_format,
    components,
    ...Object.fromEntries(kept),
    status: 'APPROVED',
    rejected_reason: 'NONE',
    quality: 'UNKNOWN',
    created_at: now,
    updated_at: now,
    edits: [],
  }
}

/** What an author may have set besides the words. */
const KEPT = [
  'sub_category',
  'display_format',
  'message_send_ttl_seconds',
  'library_template_name',
  'cta_url_link_tracking_opted_out',
  'is_primary_device_delivery_only',
  'degrees_of_freedom_spec',
  'optimization_spec',
] as const
