import { MINUTE, SECOND } from '../time.ts'
import type { TemplatePacing } from './model.ts'

/** How the platform deals with templates in this world. */
export interface TemplateSettings {
  /** `policy`: by the rules of review.ts. `approve`: whatever it is. `manual`: it waits for a decision. */
  review: 'policy' | 'approve' | 'manual'
  /** Milliseconds of world time in review; the platform takes up to 24 hours. */
  review_delay: number
  /** Whether new marketing templates are paced, and how; the platform publishes no figures. */
  pacing?: Pick<TemplatePacing, 'after' | 'hold'>
}

/** Long enough to be seen as PENDING, short enough not to wait for. Pacing is off. */
export const DEFAULT_TEMPLATE_SETTINGS: TemplateSettings = { review: 'policy', review_delay: 2 * SECOND }

/** How long messages are held when a world says nothing else: within the hour in which most are to be delivered. */
export const DEFAULT_HOLD = 30 * MINUTE
