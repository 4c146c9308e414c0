import type { Fault } from './fault.ts'

/** What becomes of a rule: it says nothing, it decides, or it raises its error whatever is sent. */
export const MODES = ['off', 'on', 'always'] as const
export type Mode = (typeof MODES)[number]

/** Modes by the names of rules. */
export type Switches = { [rule: string]: Mode }

/** What somebody changed about the rules of a world. One record, kept in memory, absent until something is changed. */
export interface Rulebook {
  id: typeof RULEBOOK
  world: Switches
  /** By phone number id; goes before the world's. */
  numbers: { [phoneNumberId: string]: Switches }
  faults: Fault[]
}

export const RULEBOOK = 'rulebook'

export const emptyRulebook = (): Rulebook => ({ id: RULEBOOK, world: {}, numbers: {}, faults: [] })

/** The mode of a rule for one number: its own, else the world's, else the usual one. */
export const modeOf = (rulebook: Rulebook | undefined, rule: string, usually: Mode, phoneNumberId?: string): Mode =>
  (phoneNumberId === undefined ? undefined : rulebook?.numbers[phoneNumberId]?.[rule]) ??
  rulebook?.world[rule] ??
  usually
