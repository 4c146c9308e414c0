import type { Refusal } from '../refusals.ts'
import type { InteractiveContent, InteractiveOf, InteractiveType } from './content/interactive.ts'
import type { Contents, MessageDraft, MessageType } from './draft.ts'

/** One rule: what it says against a draft, given the facts and the instant, or nothing. */
export type Check<Draft, Facts = void> = (draft: Draft, facts: Facts, now: number) => Refusal | undefined

/** The first objection in the order of the list, which is the platform's order of precedence. */
export function firstRefusal<Draft, Facts>(
  checks: readonly Check<Draft, Facts>[],
  draft: Draft,
  facts: Facts,
  now: number,
): Refusal | undefined {
  for (const check of checks) {
    const refusal = check(draft, facts, now)
    if (refusal) return refusal
  }
  return undefined
}

/** A rule that concerns messages of some types only. */
export function ofType<T extends MessageType>(
  types: T | readonly T[],
  rule: (content: Contents[T], draft: MessageDraft, now: number) => Refusal | undefined,
): Check<MessageDraft> {
  const concerned: readonly string[] = typeof types === 'string' ? [types] : types
  return (draft, _, now) =>
    concerned.includes(draft.type) ? rule(draft.content as Contents[T], draft, now) : undefined
}

/** A rule that concerns interactive messages of one type only. */
export function ofInteractive<T extends InteractiveType>(
  type: T,
  rule: (content: InteractiveOf<T>, now: number) => Refusal | undefined,
): Check<MessageDraft> {
  return ofType('interactive', (content: InteractiveContent, _, now) =>
    content.type === type ? rule(content as InteractiveOf<T>, now) : undefined,
  )
}

/** The first objection that any of the items meets, with its position. */
export function firstOf<Item>(
  items: readonly Item[] | undefined,
  rule: (item: Item, index: number) => Refusal | undefined,
): Refusal | undefined {
  for (const [index, item] of (items ?? []).entries()) {
    const refusal = rule(item, index)
    if (refusal) return refusal
  }
  return undefined
}
