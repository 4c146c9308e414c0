import type { Template, TemplateComponent } from './model.ts'

/** Templates for tests: an approved one with the given parts. */
export const sample = (components: TemplateComponent[], changes: Partial<Template> = {}): Template => ({
  id: '1',
  account_id: '2',
  name: 'sample',
  language: 'en_US',
  category: 'MARKETING',
  parameter_format: 'POSITIONAL',
  components,
  status: 'APPROVED',
  rejected_reason: 'NONE',
  quality: 'UNKNOWN',
  created_at: 0,
  updated_at: 0,
  edits: [],
  ...changes,
})

export const body = (text: string): TemplateComponent => ({ type: 'BODY', text })
