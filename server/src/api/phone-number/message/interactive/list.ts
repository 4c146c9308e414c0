import { z } from 'zod'
import { frame } from './frame.ts'

const Row = z.looseObject({
  id: z.string().describe('Comes back when it is chosen; up to 200 characters.'),
  title: z.string().describe('Up to 24 characters.'),
  description: z.string().optional().describe('Up to 72 characters.'),
})

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-list-messages */
export const ListMessage = z.looseObject({
  type: z.literal('list'),
  ...frame,
  action: z.looseObject({
    button: z.string().describe('Opens the list; up to 20 characters.'),
    sections: z
      .array(z.looseObject({ title: z.string().optional().describe('Up to 24 characters.'), rows: z.array(Row) }))
      .describe('One to ten sections with ten rows in all.'),
  }),
})
