import type { Quality } from '../quality.ts'
import { HOUR, MINUTE } from '../time.ts'
import { moveTemplate, type StatusChanged } from './life.ts'
import type { Template } from './model.ts'

/*
 * What a score does to a template.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-pausing
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-pacing
 */

/** How long the first and the second pause last; the third time the template is disabled. */
const PAUSES = [3 * HOUR, 6 * HOUR] as const

/** A pause that pacing made can be lifted after so long. */
export const UNPAUSE_AFTER = 5 * MINUTE

const TITLES = ['FIRST_PAUSE', 'SECOND_PAUSE'] as const

interface QualityChanged {
  type: 'template.quality_changed'
  at: number
  account_id: string
  template_id: string
  name: string
  language: string
  category: Template['category']
  previous: Quality
  quality: Quality
}

/** What became of a template, and what is recorded of it, in order. */
export interface Stepped<T> {
  changed: T
  events: (QualityChanged | StatusChanged)[]
}

/**
 * A template under a new score, with the step that it makes necessary: low quality pauses and in the end disables,
 * medium quality flags, high quality lifts the flag and lets go what is held.
 */
export function rescored<T extends Template>(template: T, quality: Quality, now: number): Stepped<T> {
  if (quality === template.quality) return { changed: template, events: [] }
  const scored = withQuality(template, quality, now)
  const step = stepFor(scored, now)
  const told = qualityChanged(template, quality, now)
  return step ? { changed: step.changed, events: [told, step.event] } : { changed: released(scored), events: [told] }
}

/** A pause is over: what was said before it no longer counts. */
export function unpaused<T extends Template>(template: T, now: number): Stepped<T> {
  const about = { title: 'UNPAUSE', description: 'The template can be sent again.' }
  const { changed, event } = moveTemplate(template, 'unpause', now, about)
  const fresh = { ...withQuality(changed, 'UNKNOWN', now), feedback_since: now, flagged: false }
  return {
    changed: fresh,
    events: [event, ...(template.quality === 'UNKNOWN' ? [] : [qualityChanged(template, 'UNKNOWN', now)])],
  }
}

const withQuality = <T extends Template>(template: T, quality: Quality, now: number): T => ({
  ...template,
  quality,
  quality_at: now,
})

function qualityChanged(template: Template, quality: Quality, now: number): QualityChanged {
  const { id: template_id, account_id, name, language, category, quality: previous } = template
  return {
    type: 'template.quality_changed',
    at: now,
    account_id,
    template_id,
    name,
    language,
    category,
    previous,
    quality,
  }
}

/** The first verdict ends pacing, when it is good. */
function released<T extends Template>(template: T): T {
  if (template.quality !== 'GREEN' || !template.pacing) return template
  const { pacing: _, ...rest } = template
  return rest as T
}

function stepFor<T extends Template>(template: T, now: number): { changed: T; event: StatusChanged } | undefined {
  if (template.status !== 'APPROVED') return undefined
  const { quality, flagged, pacing } = template
  if (quality === 'RED') return pacing?.until === undefined ? strike(template, now) : drop(template, now)
  if (quality === 'YELLOW' && !flagged) return moveTemplate(template, 'flag', now)
  if (quality !== 'GREEN' || !flagged) return undefined
  return moveTemplate(released(template), 'unflag', now)
}

/** One more time of low quality. */
function strike<T extends Template>(template: T, now: number): { changed: T; event: StatusChanged } {
  const pauses = template.pauses ?? 0
  const duration = PAUSES[pauses]
  if (duration === undefined) {
    const description = 'The template was disabled because its quality was low for the third time.'
    return moveTemplate(template, 'disable', now, { title: 'DISABLED', description })
  }
  return moveTemplate(template, 'pause', now, {
    title: TITLES[pauses]!,
    description: `The template is paused for ${duration / HOUR} hours because its quality is low.`,
    pause: { by: 'quality', at: now, until: now + duration },
  })
}

/** Bad feedback while messages are held back: they are dropped, and the pause lasts until it is lifted. */
function drop<T extends Template>(template: T, now: number): { changed: T; event: StatusChanged } {
  const { pacing, ...rest } = template
  const paused = moveTemplate(rest as T, 'pause', now, {
    title: 'RATE_LIMITING_PAUSE',
    description: 'The template is paused because of the feedback on its first messages.',
    pause: { by: 'pacing', at: now },
  })
  const { until: _until, ...again } = pacing!
  return { ...paused, changed: { ...paused.changed, pacing: again } }
}
