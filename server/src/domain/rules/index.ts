import { acceptChecks } from '../messaging/accept-checks.ts'
import { carryChecks } from '../messaging/carry-checks.ts'
import type { Check } from '../messaging/check.ts'
import type { Refusal } from '../refusals.ts'
import { accountCalls, appCalls } from './call-rules.ts'
import type { Rule, Stage } from './rule.ts'
import { type Mode, modeOf, type Rulebook } from './rulebook.ts'
import { sendRules } from './send-rules.ts'
import { wayRules } from './way-rules.ts'

// biome-ignore lint/suspicious/noExplicitAny: lists of checks that read different things
type AnyChecks = readonly Check<any, any>[]

const described = (stage: Stage, checks: AnyChecks, rules: typeof sendRules): Rule[] =>
  checks.flatMap(check => {
    const rule = rules.get(check)
    return rule ? [{ ...rule, stage }] : []
  })

/** Every rule that can be switched, in the order in which they are asked. */
export const rules: readonly Rule[] = [
  ...[accountCalls, appCalls].map(rule => ({ ...rule, stage: 'call' as const })),
  ...described('send', acceptChecks, sendRules),
  ...described('way', carryChecks, wayRules),
]

/**
 * The first objection of a list of checks, as the rulebook has them: those that are off are not asked, those that are
 * always on object without being asked.
 */
export function firstRaised<Draft, Facts>(
  checks: readonly Check<Draft, Facts>[],
  rulebook: Rulebook | undefined,
  phoneNumberId: string,
  ...[draft, facts, now]: Parameters<Check<Draft, Facts>>
): Refusal | undefined {
  for (const check of checks) {
    const rule = sendRules.get(check) ?? wayRules.get(check)
    const mode: Mode = rule ? modeOf(rulebook, rule.name, rule.usually, phoneNumberId) : 'on'
    if (mode === 'off') continue
    const refusal = mode === 'always' ? rule!.raises : check(draft, facts, now)
    if (refusal) return refusal
  }
  return undefined
}

/** The mode of the rule that a check belongs to. */
export function modeOfCheck<Draft, Facts>(
  check: Check<Draft, Facts>,
  rulebook: Rulebook | undefined,
  phoneNumberId: string,
): Mode {
  const rule = sendRules.get(check) ?? wayRules.get(check)
  return rule ? modeOf(rulebook, rule.name, rule.usually, phoneNumberId) : 'on'
}
