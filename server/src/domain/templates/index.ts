export { bindTemplate } from './bind.ts'
export * from './can.ts'
export { judgedCategory } from './category.ts'
export { createChecks } from './create-checks.ts'
export { categorised, createDraft, editDraft, type TemplateDraft } from './draft.ts'
export { editChecks } from './edit-checks.ts'
export { sampleHandles } from './handles.ts'
export { LANGUAGES } from './languages.ts'
export * from './life.ts'
export * from './limits.ts'
export { editedTemplate, newTemplate } from './normalise.ts'
export { PRICE_EDITS_PER_HOUR, priceAddable, type QuietChanges, quietChanges, saysNothing } from './quiet-edit.ts'
export * from './refusals.ts'
export type { RenderedTemplate } from './rendered.ts'
export { reviewTemplate } from './review.ts'
export {
  CREATIONS_PER_HOUR,
  type CreateFacts,
  TEMPLATES_UNVERIFIED,
  TEMPLATES_VERIFIED,
} from './rules/account.ts'
export { DEFAULT_HOLD, DEFAULT_TEMPLATE_SETTINGS, type TemplateSettings } from './settings.ts'
