export { bindTemplate } from './bind.ts'
export * from './can.ts'
export { contentChecks, createChecks } from './create-checks.ts'
export { type CreateInput, createDraft, type EditInput, editDraft, type TemplateDraft } from './draft.ts'
export { editChecks } from './edit-checks.ts'
export { type SampleHandle, sampleHandles } from './handles.ts'
export { LANGUAGES, languageName } from './languages.ts'
export * from './limits.ts'
export { editedTemplate, newTemplate, readComponents } from './normalise.ts'
export * from './refusals.ts'
export type { RenderedButton, RenderedCard, RenderedHeader, RenderedTemplate } from './rendered.ts'
export { reviewTemplate, type Verdict } from './review.ts'
export {
  CREATIONS_PER_HOUR,
  type CreateFacts,
  TEMPLATES_UNVERIFIED,
  TEMPLATES_VERIFIED,
} from './rules/account.ts'
