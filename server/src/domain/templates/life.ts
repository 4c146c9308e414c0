import type { RejectedReason, Template, TemplateCategory, TemplatePause, TemplateStatus } from './model.ts'

/** What is told of a template: the status it has now, or one of the words that are no statuses. */
export type TemplateEvent = TemplateStatus | 'FLAGGED' | 'LOCKED' | 'REINSTATED' | 'UNARCHIVED'

interface Transition {
  from: readonly TemplateStatus[]
  /** `before` is the status that the template had when it was archived. */
  to: TemplateStatus | 'before'
  /** What the business is told; nothing where the answer to its call says it already. */
  tells?: TemplateEvent
  /** Who makes it; what a business archives or lifts by a call, time does by itself as well. */
  by: 'business' | 'platform' | 'time'
  why: string
}

const DELETABLE = ['PENDING', 'APPROVED', 'REJECTED', 'PAUSED', 'IN_APPEAL', 'ARCHIVED', 'LIMIT_EXCEEDED'] as const

/**
 * The life of a template: every way from one status to another, and no other. A new template is PENDING, or APPROVED
 * when it comes from the library.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/overview
 */
export const LIFE = {
  edit: { from: ['APPROVED', 'REJECTED', 'PAUSED'], to: 'PENDING', by: 'business', why: 'edited' },
  approve: {
    from: ['PENDING', 'REJECTED', 'IN_APPEAL', 'LIMIT_EXCEEDED'],
    to: 'APPROVED',
    tells: 'APPROVED',
    by: 'platform',
    why: 'review or appeal passed',
  },
  reject: {
    from: ['PENDING', 'APPROVED', 'PAUSED', 'IN_APPEAL'],
    to: 'REJECTED',
    tells: 'REJECTED',
    by: 'platform',
    why: 'review failed, or the category is wrong',
  },
  appeal: {
    from: ['REJECTED', 'DISABLED'],
    to: 'IN_APPEAL',
    tells: 'IN_APPEAL',
    by: 'business',
    why: 'appealed against',
  },
  pause: { from: ['APPROVED'], to: 'PAUSED', tells: 'PAUSED', by: 'platform', why: 'low quality' },
  unpause: { from: ['PAUSED'], to: 'APPROVED', tells: 'APPROVED', by: 'time', why: 'the pause is over' },
  flag: { from: ['APPROVED'], to: 'APPROVED', tells: 'FLAGGED', by: 'platform', why: 'quality fell' },
  unflag: { from: ['APPROVED'], to: 'APPROVED', tells: 'REINSTATED', by: 'platform', why: 'quality rose' },
  lock: { from: ['APPROVED'], to: 'APPROVED', tells: 'LOCKED', by: 'platform', why: 'it cannot be edited any more' },
  disable: {
    from: ['APPROVED', 'PAUSED', 'IN_APPEAL'],
    to: 'DISABLED',
    tells: 'DISABLED',
    by: 'platform',
    why: 'third time of low quality, policy, or appeal denied',
  },
  reinstate: {
    from: ['DISABLED', 'IN_APPEAL'],
    to: 'APPROVED',
    tells: 'REINSTATED',
    by: 'platform',
    why: 'no longer disabled',
  },
  exceed: {
    from: ['PENDING', 'APPROVED'],
    to: 'LIMIT_EXCEEDED',
    tells: 'LIMIT_EXCEEDED',
    by: 'platform',
    why: 'the account has too many',
  },
  delete: { from: DELETABLE, to: 'DELETED', tells: 'DELETED', by: 'business', why: 'deleted' },
  delete_later: {
    from: DELETABLE,
    to: 'PENDING_DELETION',
    tells: 'PENDING_DELETION',
    by: 'business',
    why: 'deleted while messages are under way',
  },
  expire: {
    from: ['PENDING_DELETION', 'ARCHIVED'],
    to: 'DELETED',
    tells: 'DELETED',
    by: 'time',
    why: '30 days after deletion, 28 in the archive',
  },
  archive: {
    from: ['PENDING', 'APPROVED', 'REJECTED', 'PAUSED', 'DISABLED', 'IN_APPEAL', 'LIMIT_EXCEEDED'],
    to: 'ARCHIVED',
    tells: 'ARCHIVED',
    by: 'business',
    why: 'archived, or idle for 12 months',
  },
  unarchive: { from: ['ARCHIVED'], to: 'before', tells: 'UNARCHIVED', by: 'business', why: 'taken out of the archive' },
} as const satisfies Record<string, Transition>

export type Move = keyof typeof LIFE

/** What goes with a move: why it is rejected, how long it is paused, what the business reads. */
export interface About {
  reason?: RejectedReason
  rejection_info?: { reason: string; recommendation: string } | undefined
  title?: string
  description?: string
  category?: TemplateCategory
  pause?: TemplatePause
}

/** A change of status, as it is recorded. */
export interface StatusChanged {
  type: 'template.status_changed'
  at: number
  account_id: string
  template_id: string
  name: string
  language: string
  category: TemplateCategory
  status: TemplateEvent
  reason: RejectedReason
  rejection_info?: { reason: string; recommendation: string }
  title?: string
  description?: string
}

export const canMove = ({ status }: Template, move: Move): boolean =>
  (LIFE[move].from as readonly TemplateStatus[]).includes(status)

/**
 * The template after a move, and the event that tells of it: what everybody uses who changes a status. Throws an Error
 * where the move is not one of its status; ask `canMove` first.
 */
export function moveTemplate<T extends Template>(
  template: T,
  move: Exclude<Move, 'edit'>,
  now: number,
  about: About = {},
): { changed: T; event: StatusChanged } {
  if (!canMove(template, move)) throw new Error(`A template that is ${template.status} cannot ${move}.`)
  const { to, tells } = LIFE[move]
  const status = to === 'before' ? (template.status_before ?? 'APPROVED') : to
  const reason = about.reason ?? 'NONE'
  const { pause: _pause, status_before: _before, ...rest } = template
  const changed = {
    ...rest,
    ...(about.category ? { category: about.category } : {}),
    status,
    rejected_reason: status === 'REJECTED' && move === 'unarchive' ? template.rejected_reason : reason,
    // The name stays blocked from the deletion on, not from its end.
    updated_at: move === 'expire' && template.status === 'PENDING_DELETION' ? template.updated_at : now,
    ...keptBy(move, template, about),
    ...(move === 'pause' ? { paused_at: now } : {}),
  } as unknown as T
  const { account_id, name, language, category } = changed
  const scene = { at: now, account_id, template_id: template.id, name, language, category }
  const { rejection_info, title, description } = about
  const event: StatusChanged = {
    type: 'template.status_changed',
    ...scene,
    status: tells,
    reason,
    ...(rejection_info ? { rejection_info } : {}),
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
  }
  return { changed, event }
}

/** What a move leaves behind in the record. */
function keptBy(move: Move, template: Template, { pause }: About): Partial<Template> {
  const { status, pause: before } = template
  switch (move) {
    case 'pause':
      return {
        ...(pause ? { pause } : {}),
        ...(pause?.by === 'quality' ? { pauses: (template.pauses ?? 0) + 1 } : {}),
      }
    case 'flag':
      return { flagged: true }
    case 'lock':
      return { locked: true }
    case 'unflag':
    case 'reinstate':
      return { flagged: false, ...(move === 'reinstate' ? { pauses: 0 } : {}) }
    case 'appeal':
      return { status_before: status }
    case 'archive':
      return { status_before: status, ...(before ? { pause: before } : {}), rejected_reason: template.rejected_reason }
    case 'unarchive':
      return before ? { pause: before } : {}
    case 'delete':
    case 'delete_later':
      return { deleted_while: (status === 'ARCHIVED' && template.status_before) || status }
    case 'expire':
      return status === 'ARCHIVED' ? { deleted_while: template.status_before ?? status } : {}
    default:
      return {}
  }
}
