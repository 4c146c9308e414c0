import { z } from 'zod'
import type { PhoneNumber } from '../../domain/numbers/model.ts'
import { node } from '../../graph/node.ts'
import { partOfNumber } from '../phone-number/part-of-number.ts'

const Command = z.object({ command_name: z.string(), command_description: z.string() })

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/conversational-components */
export const BotNode = node<PhoneNumber>({
  ...partOfNumber,
  name: 'WhatsAppBusinessBot',
  summary: 'Welcome message, ice breakers and commands of a number.',
  fields: {
    id: { schema: z.string(), byDefault: true, read: number => number.automation?.id },
    prompts: { schema: z.array(z.string()), byDefault: true, read: number => number.automation?.prompts },
    commands: { schema: z.array(Command), byDefault: true, read: number => number.automation?.commands },
    enable_welcome_message: {
      schema: z.boolean(),
      byDefault: true,
      read: number => number.automation?.enable_welcome_message,
    },
  },
})
