import { z } from 'zod'
import { Category, content } from './create.ts'

/**
 * Components are replaced as a whole; name and language cannot change.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-management
 */
export const EditTemplate = z.looseObject({ category: Category.optional(), ...content })
export type EditTemplate = z.output<typeof EditTemplate>
