import { editedTemplate, type QuietChanges, type TemplateDraft } from '../../domain/templates/index.ts'
import type { Template } from '../../domain/templates/model.ts'
import type { TemplateStep } from '../../store/template-step.ts'

/** The template after an edit that passed the rules, and what is told of it. */
export function edited(template: Template, draft: TemplateDraft, now: number): TemplateStep {
  const changed = editedTemplate(template, draft, now)
  const { id: template_id, account_id, name, language, category } = changed
  const scene = { at: now, account_id, template_id, name, language, category }
  const components = draft.components ? { components: changed.components } : {}
  const events: TemplateStep['events'] = [{ type: 'template.edited', ...scene, ...components }]
  if (category === template.category) return { changed, events }
  const previous_category = template.category
  return {
    changed: { ...changed, previous_category },
    events: [...events, { type: 'template.category_changed', ...scene, previous_category }],
  }
}

/** The template after an edit that needs no review. */
export function quietlyEdited(template: Template, changes: QuietChanges, now: number): TemplateStep {
  const { id: template_id, account_id, name, language, category } = template
  return {
    changed: { ...template, ...changes } as Template,
    events: [{ type: 'template.edited', at: now, account_id, template_id, name, language, category }],
  }
}
