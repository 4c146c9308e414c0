/** Who makes a move of a state machine: the business by a call, the platform, or time that has passed. */
export type Mover = 'business' | 'platform' | 'time'

/**
 * A state machine as data: rules look moves up in it, a property test walks through it, and the diagrams of
 * docs/states.md are drawn from it.
 */
export interface Machine<S extends string = string, E extends string = string> {
  name: string
  /** What is in these states, as a heading. */
  title: string
  /** The official page. */
  source: string
  initial: readonly S[]
  events: { readonly [event in E]: Mover }
  /** From a state, by an event, to a state. What is not here does not happen. */
  moves: { readonly [state in S]: { readonly [event in E]?: S } }
}

export const machine = <S extends string, E extends string>(table: Machine<S, E>): Machine<S, E> => table

/** Where an event leads, or undefined when it cannot happen in this state. */
export const nextState = <S extends string, E extends string>(
  { moves }: Machine<S, E>,
  state: S,
  event: E,
): S | undefined => moves[state]?.[event]
