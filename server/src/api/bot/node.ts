import { z } from 'zod'
import type { PhoneNumber } from '../../domain/numbers/model.ts'
import { node } from '../../graph/node.ts'

const Command = z.object({ command_name: z.string(), command_description: z.string() })

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/conversational-components */
export const BotNode = node<PhoneNumber>({
  name: 'WhatsAppBusinessBot',
  summary: 'Welcome message, ice breakers and commands of a number.',
  access: ['whatsapp_business_management', 'whatsapp_business_messaging'],
  async load(read, id) {
    const owner = (await read.nodes.find(id))?.owner
    return owner ? read.numbers.find(owner) : undefined
  },
  owner: number => ({ account_id: number.account_id }),
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
