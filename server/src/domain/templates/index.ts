export { bindTemplate } from './bind.ts'
export * from './can.ts'
export { judgedCategory } from './category.ts'
export { contentChecks, createChecks } from './create-checks.ts'
export { type CreateInput, categorised, createDraft, type EditInput, editDraft, type TemplateDraft } from './draft.ts'
export { editChecks } from './edit-checks.ts'
export { type SampleHandle, sampleHandles } from './handles.ts'
export { LANGUAGES, languageName } from './languages.ts'
export * from './life.ts'
export * from './limits.ts'
export { editedTemplate, newTemplate, readComponents } from './normalise.ts'
export { PRICE_EDITS_PER_HOUR, priceAddable, type QuietChanges, quietChanges, saysNothing } from './quiet-edit.ts'
export * from './refusals.ts'
export type { RenderedButton, RenderedCard, RenderedHeader, RenderedTemplate } from './rendered.ts'
export { type RejectionInfo, reviewTemplate, type Verdict } from './review.ts'
export {
  CREATIONS_PER_HOUR,
  type CreateFacts,
  TEMPLATES_UNVERIFIED,
  TEMPLATES_VERIFIED,
} from './rules/account.ts'
export { DEFAULT_HOLD, DEFAULT_TEMPLATE_SETTINGS, type TemplateSettings } from './settings.ts'
