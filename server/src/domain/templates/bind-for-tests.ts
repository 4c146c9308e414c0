import { TemplateParamCount } from '../catalogue.ts'
import { type Refusal, Refused } from '../refusals.ts'
import { bindTemplate } from './bind.ts'
import type { Template, TemplateComponent } from './model.ts'

/** What is said against a send, or nothing; other errors go on. */
export function refusalOf(template: Template, components?: unknown[]): Refusal | undefined {
  try {
    bindTemplate(template, components)
    return undefined
  } catch (error) {
    if (error instanceof Refused) return error.refusal
    throw error
  }
}

export const text = (value: string, name?: string) => ({
  type: 'text',
  text: value,
  ...(name ? { parameter_name: name } : {}),
})
export const bodyPart = (...parameters: object[]) => ({ type: 'body', parameters })
export const headerPart = (...parameters: object[]) => ({ type: 'header', parameters })
export const button = (sub_type: string, index: number | string, ...parameters: object[]) => ({
  type: 'button',
  sub_type,
  index,
  parameters,
})
export const buttons = (...list: object[]): TemplateComponent => ({ type: 'BUTTONS', buttons: list })
export const header = (format: string, more: object = {}): TemplateComponent => ({ type: 'HEADER', format, ...more })
export const params = (place: string, got: number, expected: number) =>
  TemplateParamCount(
    `${place}: number of localizable_params (${got}) does not match the expected number of params (${expected})`,
  )

export const URL_BUTTON = { type: 'URL', text: 'Shop', url: 'https://a.b/{{1}}' }
