import { z } from 'zod'
import type { MessageLink } from '../../domain/numbers/model.ts'
import type { Stored } from '../../domain/stored.ts'
import { node } from '../../graph/node.ts'
import { NoParams, operation } from '../../graph/operation.ts'

export const MessageLinkNode = node<Stored<MessageLink>>({
  name: 'MessageLink',
  summary: 'A link that opens a chat with some words already written.',
  collection: 'message-links',
  access: 'control',
  load: (read, id) => read.messageLinks.find(id),
  fields: {},
})

export const openMessageLink = operation({
  on: MessageLinkNode,
  method: 'GET',
  name: 'openMessageLink',
  summary: 'What a phone learns from a QR code or short link: whom to write to, and what.',
  access: 'control',
  params: NoParams,
  returns: z.object({ phone_number_id: z.string(), prefilled_message: z.string() }),
}).run(async ({ node: { phone_number_id, prefilled_message } }) => ({ phone_number_id, prefilled_message }))
