import type { OptimizationSpec } from '../messaging/marketing-messages.ts'
import { judgedCategory } from './category.ts'
import { isObject, type Json, objectsIn } from './json.ts'
import type { Template, TemplateCategory } from './model.ts'

/** A template as somebody wants it, before it is one: types and formats in upper case, the rest as given. */
export interface TemplateDraft {
  name: string
  language: string
  category: TemplateCategory
  parameter_format: Template['parameter_format']
  /** Absent when the request has none. */
  components?: Json[]
  sub_category?: string | undefined
  display_format?: string | undefined
  message_send_ttl_seconds?: number | undefined
  library_template_name?: string | undefined
  cta_url_link_tracking_opted_out?: boolean | undefined
  is_primary_device_delivery_only?: boolean | undefined
  degrees_of_freedom_spec?: object | undefined
  optimization_spec?: OptimizationSpec | undefined
}

/** Members that are kept as they are given. */
const PLAIN = [
  'sub_category',
  'display_format',
  'cta_url_link_tracking_opted_out',
  'is_primary_device_delivery_only',
  'degrees_of_freedom_spec',
  'optimization_spec',
] as const

/** What a creation brings. */
export interface CreateInput {
  name: string
  language: string
  category: TemplateCategory
  components?: readonly Json[] | undefined
  parameter_format?: Template['parameter_format'] | undefined
  sub_category?: string | undefined
  display_format?: string | undefined
  message_send_ttl_seconds?: number | undefined
  library_template_name?: string | undefined
  cta_url_link_tracking_opted_out?: boolean | undefined
  is_primary_device_delivery_only?: boolean | undefined
  degrees_of_freedom_spec?: object | undefined
  optimization_spec?: OptimizationSpec | undefined
}

/** What an edit may bring. */
export type EditInput = Partial<Omit<CreateInput, 'name' | 'language' | 'library_template_name'>>

export function createDraft(input: CreateInput): TemplateDraft {
  return {
    name: input.name,
    language: input.language,
    category: input.category,
    parameter_format: input.parameter_format ?? 'POSITIONAL',
    ...plainOf(input),
    message_send_ttl_seconds: input.message_send_ttl_seconds,
    library_template_name: input.library_template_name,
    ...(input.components ? { components: input.components.map(upperCased) } : {}),
  }
}

/** The template as it would be after the edit; `components` only when the edit brings them. */
export function editDraft(template: Template, input: EditInput): TemplateDraft {
  const category = input.category ?? template.category
  const kept = category === template.category ? template.message_send_ttl_seconds : undefined
  return {
    name: template.name,
    language: template.language,
    category,
    parameter_format: input.parameter_format ?? template.parameter_format,
    ...plainOf(template),
    ...plainOf(input),
    message_send_ttl_seconds: input.message_send_ttl_seconds ?? kept,
    ...(input.components ? { components: input.components.map(upperCased) } : {}),
  }
}

type Plain = Pick<TemplateDraft, (typeof PLAIN)[number]>

function plainOf(input: Plain): Plain {
  const given = PLAIN.filter(member => input[member] !== undefined)
  return Object.fromEntries(given.map(member => [member, input[member]]))
}

/** The draft under the category that its words belong to; a lifetime that was chosen goes with the old one. */
export function categorised(draft: TemplateDraft): TemplateDraft {
  const category = judgedCategory(draft.category, draft.components ?? [])
  if (category === draft.category || category === 'AUTHENTICATION') return draft
  return { ...draft, category, message_send_ttl_seconds: undefined }
}

/** Members whose letter case does not matter. */
const FOLDED = ['type', 'format', 'otp_type']

/** A component with its types and formats in upper case, down to buttons and cards. */
function upperCased(part: Json): Json {
  const result: Record<string, unknown> = { ...part }
  for (const member of FOLDED) {
    const value = result[member]
    if (typeof value === 'string') result[member] = value.toUpperCase()
  }
  if (Array.isArray(part.buttons)) result.buttons = objectsIn(part.buttons).map(upperCased)
  if (Array.isArray(part.cards)) result.cards = objectsIn(part.cards).map(upperCased)
  if (Array.isArray(part.components)) result.components = part.components.filter(isObject).map(upperCased)
  return result
}
