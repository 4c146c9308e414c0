import { Undeliverable } from '../domain/catalogue.ts'
import { type CarryFacts, carryChecks, reaches } from '../domain/messaging/carry-checks.ts'
import { firstRefusal } from '../domain/messaging/check.ts'
import type { MessageType } from '../domain/messaging/draft.ts'
import { answered } from '../domain/messaging/free-entry.ts'
import { mediaReferences } from '../domain/messaging/media-references.ts'
import { MAX_SIZE, mediaKind } from '../domain/messaging/media-types.ts'
import { isUserId } from '../domain/messaging/recipient.ts'
import type { Conversation, Message } from '../domain/model.ts'
import { type Refusal, statusError } from '../domain/refusals.ts'
import { deliverMessage } from '../network/deliver.ts'
import { type DraftBoard, draftBoard } from '../network/draft-board.ts'
import { statusFacts } from '../network/status-facts.ts'
import type { Unit } from '../store/store.ts'
import { job } from './job.ts'

/**
 * Takes an accepted message to the customer's phone: `sent` when the network has it, `delivered` when the phone is
 * reachable, `failed` with the platform's error when a rule stops it on the way.
 */
export const carryMessage = job<{ wamid: string }, string | undefined>({
  name: 'carry-message',
  async before({ wamid }, io, read) {
    const message = await read.messages.find(wamid)
    const links = message ? linksOf(message) : []
    for (const { link, kind } of links) {
      const fetched = await io.fetchLink(link, MAX_SIZE[kind])
      if (!fetched.ok) return fetched.reason
      await io.blobs.remove(fetched.blob)
      if (mediaKind(fetched.mime_type) !== kind) return `Unsupported ${kind} mime type ${fetched.mime_type}`
    }
    return undefined
  },
  async run({ wamid }, unit, mediaFault) {
    const { read, stage, now, record } = unit
    const message = await read.messages.find(wamid)
    if (message?.status !== 'accepted') return
    const number = await read.numbers.find(message.phone_number_id)
    const customer = await read.customers.find(message.customer_id)
    const conversation = await read.conversations.find(message.phone_number_id, message.customer_id)
    const facts: CarryFacts = {
      customerExists: customer !== undefined && number !== undefined,
      blockedByBusiness: false,
      lastReceivedAt: conversation?.last_received_at ?? 0,
      ...(message.template ? { category: message.template.category } : {}),
      ...(customer?.marketing_stopped?.includes(message.phone_number_id) ? { marketingStopped: true } : {}),
      ...(mediaFault === undefined ? {} : { mediaFault }),
      ...(customer?.identity_key_hash === undefined ? {} : { identityKeyHash: customer.identity_key_hash }),
    }
    const { type, recipient_identity_key_hash } = message
    const carried = {
      type: type as MessageType,
      ...(recipient_identity_key_hash ? { recipient_identity_key_hash } : {}),
    }
    const refusal = firstRefusal(carryChecks, carried, facts, message.at)
    if (refusal || !number || !customer) return fail(unit, message, refusal ?? Undeliverable)
    const opened = answered(conversation, message.at)
    if (opened) stage.conversations.put(opened)
    record({ type: 'message.sent', ...statusFacts(message, opened ?? conversation, now) })
    if (customer.online && reaches(customer, number.id)) {
      await deliverMessage(unit, { ...message, status: 'sent' }, number, customer, opened && boardOf(opened))
    } else {
      stage.messages.move(message.key, 'sent')
    }
  },
})

function linksOf(message: Message): { link: string; kind: 'image' | 'video' | 'audio' | 'document' | 'sticker' }[] {
  return mediaReferences(message.type as MessageType, message.content as never).flatMap(({ link, kind }) =>
    link === undefined ? [] : [{ link, kind }],
  )
}

function boardOf(conversation: Conversation): DraftBoard {
  const board = draftBoard()
  board.conversations.set(conversation.id, conversation)
  return board
}

function fail({ stage, record, now }: Unit, message: Message, refusal: Refusal): void {
  const errors = [statusError(refusal)]
  stage.messages.put({ ...message, status: 'failed', errors })
  const { account_id, phone_number_id, customer_id, wamid, type, input, biz_opaque_callback_data: opaque } = message
  record({
    type: 'message.failed',
    at: now,
    account_id,
    phone_number_id,
    customer_id,
    wamid,
    message_type: type,
    ...(opaque === undefined ? {} : { biz_opaque_callback_data: opaque }),
    ...(input !== undefined && isUserId(input) ? { by_user_id: true } : {}),
    errors,
  })
}
