import { acceptChecks } from '../messaging/accept-checks.ts'
import { carryChecks } from '../messaging/carry-checks.ts'
import { type Check, firstRefusal } from '../messaging/check.ts'
import { draftChecks } from '../messaging/draft-checks.ts'
import type { Refusal } from '../refusals.ts'
import { accountCalls, appCalls } from './call-rules.ts'
import { draftRules } from './draft-rules.ts'
import type { AnyCheck, Descriptions, Rule, Stage } from './rule.ts'
import { type Mode, modeOf, type Rulebook } from './rulebook.ts'
import { sendRules } from './send-rules.ts'
import { wayRules } from './way-rules.ts'

const listed = (stage: Stage, checks: readonly AnyCheck[], descriptions: Descriptions): Rule[] =>
  checks.flatMap(check => {
    const described = descriptions.get(check)
    return described ? [{ ...described, stage }] : []
  })

/** Every rule that has a name, in the order in which they are asked. */
export const rules: readonly Rule[] = [
  ...[accountCalls, appCalls].map(rule => ({ ...rule, stage: 'call' as const })),
  ...listed('draft', draftChecks, draftRules),
  ...listed('send', acceptChecks, sendRules),
  ...listed('way', carryChecks, wayRules),
]

const described: Descriptions = new Map([...draftRules, ...sendRules, ...wayRules])

/** The mode of the rule that a check belongs to. */
export function modeOfCheck<Draft, Facts>(
  check: Check<Draft, Facts>,
  rulebook: Rulebook | undefined,
  phoneNumberId: string,
): Mode {
  const rule = described.get(check)
  return rule ? modeOf(rulebook, rule.name, rule.usually, phoneNumberId) : 'on'
}

/** Lists of which every rule is usually on. */
const PLAIN: readonly (readonly AnyCheck[])[] = [draftChecks, acceptChecks, carryChecks].filter(checks =>
  checks.every((check: AnyCheck) => described.get(check)?.usually !== 'off'),
)

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
  // Nobody has switched anything, which is how most worlds are.
  if (!rulebook && PLAIN.includes(checks)) return firstRefusal(checks, draft, facts, now)
  for (const check of checks) {
    const mode = modeOfCheck(check, rulebook, phoneNumberId)
    if (mode === 'off') continue
    const refusal = mode === 'always' ? described.get(check)!.raises : check(draft, facts, now)
    if (refusal) return refusal
  }
  return undefined
}
