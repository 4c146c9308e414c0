import { TemplateDisabled, TemplateMissing, TemplatePaused } from '../catalogue.ts'
import type { Refusal } from '../refusals.ts'
import { DAY } from '../time.ts'
import type { Template, TemplateStatus } from './model.ts'
import { SampleNotDeletable, StatusCannotChange } from './refusals.ts'

/** What a status allows. Editing is free, counted against limits, or closed. */
export interface Allowed {
  send: boolean
  edit: 'freely' | 'within_limits' | 'never'
  delete: boolean
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-management */
export const CAN: Readonly<Record<TemplateStatus, Allowed>> = {
  PENDING: { send: false, edit: 'never', delete: true },
  APPROVED: { send: true, edit: 'within_limits', delete: true },
  REJECTED: { send: false, edit: 'freely', delete: true },
  PAUSED: { send: false, edit: 'freely', delete: true },
  DISABLED: { send: false, edit: 'never', delete: false },
  IN_APPEAL: { send: false, edit: 'never', delete: true },
  PENDING_DELETION: { send: false, edit: 'never', delete: false },
  DELETED: { send: false, edit: 'never', delete: false },
  ARCHIVED: { send: false, edit: 'never', delete: true },
  LIMIT_EXCEEDED: { send: false, edit: 'never', delete: true },
}

/** Edits of an approved template. */
const EDITS_PER_DAY = 1
const EDITS_PER_MONTH = 10
const EDIT_DAY = DAY
const EDIT_MONTH = 30 * DAY

/** How long the name of an approved template stays blocked after its deletion. */
export const NAME_BLOCKED_AFTER_DELETION = 30 * DAY

/** Whether a message may use it; an unknown template and one that is not approved look the same. */
export function templateSendable(template: Template | undefined, name: string, language: string): Refusal | undefined {
  if (!template) return TemplateMissing(name, language)
  if (CAN[template.status].send) return undefined
  if (template.status === 'PAUSED') return TemplatePaused
  return template.status === 'DISABLED' ? TemplateDisabled : TemplateMissing(name, language)
}

/** Whether its content may be replaced now. */
export function templateEditable({ status, edits, locked }: Template, now: number): Refusal | undefined {
  if (locked) return StatusCannotChange
  const rule = CAN[status].edit
  if (rule === 'freely') return undefined
  return rule === 'within_limits' && withinEditLimits(edits, now) ? undefined : StatusCannotChange
}

/** The sample that comes with every account stays. */
const SAMPLE_NAME = 'hello_world'

export function templateDeletable({ name, status }: Template): Refusal | undefined {
  if (name === SAMPLE_NAME) return SampleNotDeletable
  return CAN[status].delete ? undefined : StatusCannotChange
}

/** The instants that still count, with this edit among them: what the template keeps afterwards. */
export const editsWith = (edits: readonly number[], now: number): number[] => [
  ...edits.filter(at => now - at < EDIT_MONTH),
  now,
]

function withinEditLimits(edits: readonly number[], now: number): boolean {
  const within = (period: number) => edits.filter(at => now - at < period).length
  return within(EDIT_DAY) < EDITS_PER_DAY && within(EDIT_MONTH) < EDITS_PER_MONTH
}
