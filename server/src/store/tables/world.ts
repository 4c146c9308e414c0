import type { Rollout } from '../../domain/rollout.ts'
import type { TemplateSettings } from '../../domain/templates/settings.ts'

/** The world's own record: its seed, its clock, its secrets. */
export interface World {
  id: 'world'
  seed: unknown
  /** Which announced changes of the platform have arrived here, where that differs from the default. */
  rollout?: Partial<Rollout>
  clock: { mode: 'running'; offset: number } | { mode: 'frozen'; at: number }
  /** How templates are dealt with, once somebody has said so. */
  templates?: TemplateSettings
  created_at: number
}
