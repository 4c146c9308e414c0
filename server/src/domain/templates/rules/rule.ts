import type { Check } from '../../messaging/check.ts'
import type { Refusal } from '../../refusals.ts'
import type { TemplateDraft } from '../draft.ts'
import { type Json, objectsIn, upperIn } from '../json.ts'

/** A rule about what stands in a template, whoever writes it and whenever. */
export type Rule = Check<TemplateDraft, unknown>

export const componentIn = (components: readonly Json[] | undefined, type: string): Json | undefined =>
  components?.find(component => upperIn(component.type) === type)

export const componentOf = (draft: TemplateDraft, type: string): Json | undefined => componentIn(draft.components, type)

export const buttonsIn = (components: readonly Json[] | undefined): Json[] =>
  objectsIn(componentIn(components, 'BUTTONS')?.buttons)

export const buttonsOf = (draft: TemplateDraft): Json[] => buttonsIn(draft.components)

export const isAuthentication = (draft: TemplateDraft): boolean => draft.category === 'AUTHENTICATION'

/** A rule about one component, where the template has it. */
export const ofComponent =
  (type: string, rule: (component: Json, draft: TemplateDraft) => Refusal | undefined): Rule =>
  draft => {
    const component = componentOf(draft, type)
    return component ? rule(component, draft) : undefined
  }

/** Texts of authentication templates are the platform's own, so rules of texts do not concern them. */
export const ofOwnText =
  (type: string, rule: (component: Json, draft: TemplateDraft) => Refusal | undefined): Rule =>
  (draft, facts, now) =>
    isAuthentication(draft) ? undefined : ofComponent(type, rule)(draft, facts, now)

/** `components[2]['buttons'][1]`: where a button stands, as Graph prints it. */
export function buttonPath(draft: TemplateDraft, button: number): string {
  const at = draft.components?.findIndex(component => component.type === 'BUTTONS') ?? 0
  return `components[${at}]['buttons'][${button}]`
}
