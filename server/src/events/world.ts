import type { Scene } from './scene.ts'

/** What happens to a world as such. */
export type WorldEvent =
  | (Scene & { type: 'rules.changed' })
  | (Scene & { type: 'fault.added' | 'fault.raised' | 'fault.removed'; fault_id: string; code: number })
  | (Scene & { type: 'clock.moved'; mode: 'running' | 'frozen' })
  | (Scene & { type: 'world.rollout_changed' })
  | (Scene & { type: 'world.reset' })
  /** Another world took the place of this one; `at` is the instant of its file. */
  | (Scene & { type: 'world.restored' })
