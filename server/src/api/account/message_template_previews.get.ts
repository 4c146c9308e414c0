import { z } from 'zod'
import { InvalidParameter } from '../../domain/catalogue.ts'
import { Refused } from '../../domain/refusals.ts'
import { authTexts } from '../../domain/templates/auth-texts.ts'
import { LANGUAGES, LanguageNotSupported } from '../../domain/templates/index.ts'
import { EXPIRY_MAX, EXPIRY_MIN } from '../../domain/templates/rules/authentication.ts'
import { operation } from '../../graph/operation.ts'
import { AccountNode } from './node.ts'

const Preview = z.object({
  body: z.string(),
  buttons: z.array(z.object({ autofill_text: z.string(), text: z.string() })).optional(),
  footer: z.string().optional(),
  language: z.string(),
})

export const previewTemplates = operation({
  on: AccountNode,
  edge: 'message_template_previews',
  method: 'GET',
  name: 'previewTemplates',
  summary: 'The texts that authentication templates have in each language.',
  docs: 'templates/authentication-templates/template-preview',
  access: ['whatsapp_business_management'],
  params: z.looseObject({
    category: z.enum(['AUTHENTICATION']),
    languages: z.array(z.string()).optional().describe('All when left out.'),
    add_security_recommendation: z.boolean().optional(),
    code_expiration_minutes: z.int().optional().describe('1 to 90.'),
    button_types: z.array(z.enum(['OTP'])).optional(),
  }),
  returns: z.object({ data: z.array(Preview) }),
  refusals: [InvalidParameter(), LanguageNotSupported],
}).run(async ({ params }) => {
  const { languages = [...LANGUAGES.keys()], code_expiration_minutes: minutes } = params
  if (!languages.every(language => LANGUAGES.has(language))) throw new Refused(LanguageNotSupported)
  if (minutes !== undefined && (minutes < EXPIRY_MIN || minutes > EXPIRY_MAX)) {
    throw new Refused(InvalidParameter(`code_expiration_minutes must be between ${EXPIRY_MIN} and ${EXPIRY_MAX}.`))
  }
  const buttons = (params.button_types ?? []).length > 0
  const data = languages.map(language => {
    const texts = authTexts(language)
    return {
      body: params.add_security_recommendation ? `${texts.body} ${texts.recommendation}` : texts.body,
      ...(buttons ? { buttons: [{ autofill_text: texts.autofill, text: texts.copy }] } : {}),
      ...(minutes === undefined ? {} : { footer: texts.footer(minutes) }),
      language,
    }
  })
  return { data }
})
