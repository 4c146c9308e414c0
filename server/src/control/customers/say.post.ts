import { z } from 'zod'
import type { Customer, Referral } from '../../domain/messaging/model.ts'
import { longerThan } from '../../domain/messaging/text-length.ts'
import type { PhoneNumber } from '../../domain/numbers/model.ts'
import type { StatusError } from '../../domain/refusals.ts'
import { type Call, operation } from '../../graph/operation.ts'
import { type InboundMembers, receiveMessage } from '../../network/receive.ts'
import { receiveFile, type TooLargeFile } from '../../network/receive-file.ts'
import type { InboundFile } from '../../network/receive-media.ts'
import type { Read } from '../../store/read.ts'
import { MessageView, messageView } from '../chats/message-view.ts'
import { checkCanWrite, chosenNumber } from '../numbers/number-choice.ts'
import { refusal } from '../refuse.ts'
import { CustomerNode } from './customer.ts'
import { sharedContacts, unsupported } from './said-content.ts'
import { saidFile } from './say-media.ts'
import { MEDIA_KINDS, Say, type SayParams } from './say-params.ts'

/** What a phone lets people type into one message. */
const MAX_TEXT = 65_536

const WAYS = [
  'text',
  ...MEDIA_KINDS,
  'location',
  'contacts',
  'file',
  'order',
  'unsupported',
  'request_welcome',
] as const

export const say = operation({
  on: CustomerNode,
  edge: 'say',
  method: 'POST',
  name: 'say',
  summary: 'The customer writes to a business.',
  access: 'control',
  params: Say,
  returns: z.object({ id: z.string().describe('wamid'), message: MessageView }),
})
  .before(async ({ node: customer, params, io, read, now }) => {
    try {
      const number = await chosenNumber(read, customer, params.phone_number_id)
      checkCanWrite(customer, number)
      checkOneWay(params)
      await checkReply(read, customer, number, params.reply_to)
      return { number, file: await saidFile(params, io, read, now) }
    } catch (error) {
      if (params.file) await io.blobs.remove(params.file.blob)
      throw error
    }
  })
  .run(async call => {
    const { node: customer, params, before, read } = call
    const { number } = before
    checkCanWrite(customer, number)
    const { errors, ...content } = contentOf(call, number, before.file)
    const more = { ...membersOf(params), ...(errors ? { errors } : {}) }
    const message = await receiveMessage(call, { number, customer, ...content, more })
    return { id: message.wamid, message: await messageView(read, message, mediaOf(before.file)) }
  })

interface Content {
  type: string
  content: unknown
  errors?: StatusError[]
}

function contentOf(
  call: Call<Customer, SayParams, unknown>,
  number: PhoneNumber,
  file: InboundFile | TooLargeFile | undefined,
): Content {
  const { text, location, contacts, order, unsupported: kind, request_welcome } = call.params
  if (file) return { type: file.kind, ...receiveFile(call, number, file, call) }
  if (location) return { type: 'location', content: location }
  if (contacts) return { type: 'contacts', content: sharedContacts(contacts) }
  if (order) return { type: 'order', content: order }
  if (kind) return { type: 'unsupported', ...unsupported(kind) }
  if (request_welcome) return { type: 'request_welcome', content: undefined }
  return { type: 'text', content: { body: text } }
}

const membersOf = (params: SayParams): InboundMembers => ({
  ...(params.reply_to ? { context: params.reply_to } : {}),
  ...(params.forwarded ? { forwarded: true } : {}),
  ...(params.frequently_forwarded ? { frequently_forwarded: true } : {}),
  ...(params.referral ? { referral: params.referral as Referral } : {}),
  ...(params.referred_product ? { referred_product: params.referred_product } : {}),
})

/** The new medium is not committed yet, so its facts cannot be looked up. */
const mediaOf = (file: InboundFile | TooLargeFile | undefined) =>
  file && 'blob' in file
    ? { file_size: file.file_size, ...(file.filename ? { filename: file.filename } : {}) }
    : undefined

function checkOneWay(params: SayParams): void {
  const used = WAYS.filter(way => params[way] !== undefined)
  if (used.length > 1)
    throw refusal(`A message is one thing, but ${used.join(' and ')} were given. Say them one by one.`)
  if (used.length === 0) throw refusal(`There is nothing to say. Give exactly one of ${WAYS.join(', ')}.`)
  const { text } = params
  if (text === undefined) return
  if (text.trim() === '') throw refusal('text is empty. A phone sends no message without characters.')
  if (longerThan(text, MAX_TEXT))
    throw refusal(`text is longer than ${MAX_TEXT} characters. Say it in several messages.`)
}

async function checkReply(read: Read, customer: Customer, number: PhoneNumber, replyTo?: string): Promise<void> {
  if (!replyTo) return
  const target = await read.messages.find(replyTo)
  if (target?.shown && target.customer_id === customer.id && target.phone_number_id === number.id) return
  throw refusal(
    `reply_to is not a message in the chat of ${customer.name} with ${number.display_phone_number}. ` +
      `GET /control/customers/${customer.id}/inbox lists what is there.`,
  )
}
