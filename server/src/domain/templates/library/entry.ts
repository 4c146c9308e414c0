import type { TemplateCategory } from '../model.ts'

/** What a value of a library template has to look like. */
export type LibraryParamType = 'ADDRESS' | 'AMOUNT' | 'DATE' | 'EMAIL' | 'NUMBER' | 'PHONE NUMBER' | 'TEXT'

type LibraryIndustry = 'E_COMMERCE' | 'FINANCIAL_SERVICES'

/** A button that the library has words for; where it leads is its user's. */
export interface LibraryButton {
  type: 'URL' | 'PHONE_NUMBER' | 'QUICK_REPLY'
  text: string
  url?: string
  phone_number?: string
}

/**
 * One template of the library, in the shape of the official listing.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-library
 */
export interface LibraryTemplate {
  id: string
  name: string
  language: string
  category: TemplateCategory
  topic: string
  usecase: string
  industry: LibraryIndustry[]
  header?: string
  body: string
  /** A sample and a type for each variable of the body. */
  body_params: string[]
  body_param_types: LibraryParamType[]
  buttons?: LibraryButton[]
}
