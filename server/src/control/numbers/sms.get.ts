import { z } from 'zod'
import { node } from '../../graph/node.ts'
import { operation } from '../../graph/operation.ts'

/** Messages that are listed at once. */
const MOST = 100

export const SmsNode = node<object>({
  name: 'CodeMessages',
  summary: 'Text messages and voice calls with verification codes.',
  singleton: 'sms',
  access: 'control',
  load: async () => ({}),
  fields: {},
})

export const listCodeMessages = operation({
  on: SmsNode,
  method: 'GET',
  name: 'listCodeMessages',
  summary: 'Codes that were sent to business numbers, newest first: what their owner reads or hears on the phone.',
  access: 'control',
  params: z.looseObject({ to: z.string().optional().describe('Only those to this number.') }),
  returns: z.object({
    data: z.array(
      z.object({
        id: z.string(),
        to: z.string().describe('Digits of the number.'),
        method: z.enum(['SMS', 'VOICE']),
        language: z.string(),
        text: z.string(),
        code: z.string().describe('Six digits, as verify_code takes them.'),
        at: z.number().describe('Unix milliseconds.'),
      }),
    ),
  }),
}).run(async ({ params, read }) => {
  const messages = await read.codeMessages.latest(MOST, params.to?.replace(/\D/g, ''))
  return { data: messages.map(({ version: _, ...message }) => message) }
})
