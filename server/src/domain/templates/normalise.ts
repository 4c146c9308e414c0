import { authTexts } from './auth-texts.ts'
import { editsWith } from './can.ts'
import type { TemplateDraft } from './draft.ts'
import { type Json, objectIn, objectsIn, textIn, upperIn, wholeIn } from './json.ts'
import type { Template, TemplateComponent } from './model.ts'
import { OTP_URL } from './otp-url.ts'
import { bodySamples, samples } from './samples.ts'

/**
 * From what authors write to what a read returns.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-management
 */
export function readComponents(draft: TemplateDraft): TemplateComponent[] {
  const minutes = wholeIn(componentOf(draft, 'FOOTER')?.code_expiration_minutes)
  return (draft.components ?? []).map(component => {
    const type = upperIn(component.type)
    const base = { ...component, type }
    if (type === 'BUTTONS') return { ...base, buttons: buttonsOf(component, draft.language, minutes) }
    if (type === 'CAROUSEL') return { ...base, cards: cardsOf(component, draft) }
    if (draft.category === 'AUTHENTICATION') return fixedText(base, draft.language)
    return component.example === undefined ? base : { ...base, example: exampleOf(component.example) }
  })
}

/** A new template, in review. */
export function newTemplate(draft: TemplateDraft, ids: { id: string; account_id: string }, now: number): Template {
  return {
    ...ids,
    name: draft.name,
    language: draft.language,
    ...contentOf(draft),
    components: readComponents(draft),
    status: 'PENDING',
    rejected_reason: 'NONE',
    quality: 'UNKNOWN',
    created_at: now,
    updated_at: now,
    edits: [],
  }
}

/** The template after an edit, in review again; only edits of approved templates are counted. */
export function editedTemplate(template: Template, draft: TemplateDraft, now: number): Template {
  const { message_send_ttl_seconds: _ttl, pause: _pause, ...kept } = template
  return {
    ...kept,
    ...contentOf(draft),
    components: draft.components ? readComponents(draft) : template.components,
    status: 'PENDING',
    rejected_reason: 'NONE',
    updated_at: now,
    edits: template.status === 'APPROVED' ? editsWith(template.edits, now) : template.edits,
  }
}

function contentOf(draft: TemplateDraft) {
  const { category, parameter_format, message_send_ttl_seconds: ttl } = draft
  const { sub_category, display_format, cta_url_link_tracking_opted_out: untracked } = draft
  const { is_primary_device_delivery_only: primary, degrees_of_freedom_spec: freedom, library_template_name } = draft
  const { optimization_spec } = draft
  return {
    category,
    parameter_format,
    ...(sub_category ? { sub_category } : {}),
    ...(display_format ? { display_format } : {}),
    ...(ttl === undefined ? {} : { message_send_ttl_seconds: ttl }),
    ...(untracked === undefined ? {} : { cta_url_link_tracking_opted_out: untracked }),
    ...(primary === undefined ? {} : { is_primary_device_delivery_only: primary }),
    ...(freedom === undefined ? {} : { degrees_of_freedom_spec: freedom }),
    ...(optimization_spec ? { optimization_spec } : {}),
    ...(library_template_name ? { library_template_name } : {}),
  }
}

/** The texts of an authentication template, in its language. */
function fixedText(component: TemplateComponent, language: string): TemplateComponent {
  const texts = authTexts(language)
  if (component.type === 'BODY') {
    const tail = component.add_security_recommendation === true ? ` ${texts.recommendation}` : ''
    return { ...component, text: `${texts.body}${tail}`, example: { body_text: [['123456']] } }
  }
  const minutes = wholeIn(component.code_expiration_minutes)
  return component.type === 'FOOTER' && minutes !== undefined
    ? { ...component, text: texts.footer(minutes) }
    : component
}

function buttonsOf(component: Json, language: string, minutes: number | undefined): Json[] {
  return objectsIn(component.buttons).map(button => {
    if (button.type === 'OTP') return otpButton(button, language, minutes)
    return button.example === undefined ? button : { ...button, example: samples(button.example) }
  })
}

/** One-time password buttons come back as URL buttons, what they do in the query. */
function otpButton(button: Json, language: string, minutes: number | undefined): Json {
  const query = new URLSearchParams({ otp_type: textIn(button.otp_type) ?? 'COPY_CODE' })
  if (minutes !== undefined) query.set('code_expiration_minutes', String(minutes))
  const { package_name, signature_hash } = objectsIn(button.supported_apps)[0] ?? button
  if (textIn(package_name)) query.set('package_name', textIn(package_name)!)
  if (textIn(signature_hash)) query.set('signature_hash', textIn(signature_hash)!)
  const url = `${OTP_URL}?${query}&code=otp`
  const text = textIn(button.text) || authTexts(language).copy
  return { type: 'URL', text, url: `${url}{{1}}`, example: [`${url}123456`] }
}

function cardsOf(component: Json, draft: TemplateDraft): Json[] {
  return objectsIn(component.cards).map(card => ({
    ...card,
    components: readComponents({ ...draft, components: objectsIn(card.components) }),
  }))
}

/** Samples in the one form that reads use. */
function exampleOf(value: unknown): Json {
  const example: Record<string, unknown> = { ...objectIn(value) }
  for (const member of ['header_text', 'header_handle']) {
    if (example[member] !== undefined) example[member] = samples(example[member])
  }
  if (example.body_text !== undefined) example.body_text = [bodySamples(example.body_text)]
  return example
}

const componentOf = (draft: TemplateDraft, type: string): Json | undefined =>
  draft.components?.find(component => upperIn(component.type) === type)
