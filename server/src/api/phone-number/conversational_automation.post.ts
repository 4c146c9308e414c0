import { z } from 'zod'
import { Param } from '../../domain/catalogue.ts'
import { automationRefusal } from '../../domain/numbers/automation.ts'
import { Refused } from '../../domain/refusals.ts'
import { operation, Success, success } from '../../graph/operation.ts'
import { PhoneNumberNode } from './node.ts'

export const setAutomation = operation({
  on: PhoneNumberNode,
  edge: 'conversational_automation',
  method: 'POST',
  name: 'setAutomation',
  summary: 'Set welcome message, ice breakers and commands; what is left out stays. Read it as a field of the number.',
  docs: 'business-phone-numbers/conversational-components',
  access: ['whatsapp_business_management', 'whatsapp_business_messaging'],
  params: z.looseObject({
    enable_welcome_message: z.boolean().optional(),
    prompts: z.array(z.string().min(1)).optional(),
    commands: z.array(z.looseObject({ command_name: z.string(), command_description: z.string() })).optional(),
  }),
  returns: Success,
  refusals: [Param('')],
}).run(async ({ node: number, params, stage, ids, now, record }) => {
  const before = number.automation ?? { id: ids.node(), enable_welcome_message: false, prompts: [], commands: [] }
  const { enable_welcome_message = before.enable_welcome_message, prompts = before.prompts } = params
  const commands = (params.commands ?? before.commands).map(({ command_name, command_description }) => ({
    command_name,
    command_description,
  }))
  const automation = { id: before.id, enable_welcome_message, prompts, commands }
  const refusal = automationRefusal(automation)
  if (refusal) throw new Refused(refusal)
  if (!number.automation) stage.node(automation.id, 'WhatsAppBusinessBot', number.id)
  stage.numbers.change({ ...number, automation })
  record({ type: 'number.changed', at: now, account_id: number.account_id, phone_number_id: number.id })
  return success
})
