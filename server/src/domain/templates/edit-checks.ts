import { type Check, firstRefusal } from '../messaging/check.ts'
import { templateEditable } from './can.ts'
import { contentChecks } from './create-checks.ts'
import type { TemplateDraft } from './draft.ts'
import type { Template } from './model.ts'
import { CategoryFixed, ComponentsInvalid } from './refusals.ts'
import { lifetimeInRange } from './rules/lifetime.ts'

type EditRule = Check<TemplateDraft, Template>

/* https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-management */

const editable: EditRule = (_, template, now) => templateEditable(template, now)

const categoryFixed: EditRule = ({ category }, template) =>
  template.status === 'APPROVED' && category !== template.category ? CategoryFixed : undefined

/** Texts of authentication templates are fixed, so that category cannot be entered or left without components. */
const categoryWithComponents: EditRule = ({ category, components }, template) => {
  const fixed = (category === 'AUTHENTICATION') !== (template.category === 'AUTHENTICATION')
  return fixed && !components ? ComponentsInvalid(`The category ${category} needs other components.`) : undefined
}

/** What the edit leaves alone was judged before, unless another category judges it anew. */
const content: EditRule = (draft, template, now) => {
  if (draft.components) return firstRefusal(contentChecks, draft, undefined, now)
  const judgedAnew = draft.category !== template.category || draft.parameter_format !== template.parameter_format
  return judgedAnew && draft.category !== 'AUTHENTICATION'
    ? firstRefusal(contentChecks, { ...draft, components: template.components }, undefined, now)
    : lifetimeInRange(draft, undefined, now)
}

/** What can be said against an edit; the facts are the template as it is. */
export const editChecks: readonly EditRule[] = [editable, categoryFixed, categoryWithComponents, content]
