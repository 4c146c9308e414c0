import { DirectTemplateTaken, Undeliverable } from '../domain/catalogue.ts'
import { type CarryFacts, carryChecks, reaches } from '../domain/messaging/carry-checks.ts'
import type { MessageType } from '../domain/messaging/draft.ts'
import { answered, freeEntryOpen } from '../domain/messaging/free-entry.ts'
import { expiresAt } from '../domain/messaging/lifetime.ts'
import type { Message } from '../domain/messaging/model.ts'
import { isUserId } from '../domain/messaging/recipient.ts'
import { type Refusal, statusError } from '../domain/refusals.ts'
import { firstRaised } from '../domain/rules/index.ts'
import { RULEBOOK } from '../domain/rules/rulebook.ts'
import { isBlocked } from '../network/blocked.ts'
import { claimLimits } from '../network/claim-limits.ts'
import { deliverMessage } from '../network/deliver.ts'
import { directFault } from '../network/direct-fault.ts'
import { draftBoard } from '../network/draft-board.ts'
import { laterFault } from '../network/later-fault.ts'
import { reactionTarget } from '../network/put-reaction.ts'
import { statusFacts } from '../network/status-facts.ts'
import type { Unit } from '../store/store.ts'
import { type CarriedThings, carriedThings } from './carry-files.ts'
import { job } from './job.ts'

/**
 * Takes an accepted message to the customer's phone: `sent` when the network has it, `delivered` when the phone is
 * reachable, `failed` with the platform's error when a rule stops it on the way.
 */
export const carryMessage = job<{ wamid: string }, CarriedThings>({
  name: 'carry-message',
  async before({ wamid }, io, read) {
    const message = await read.messages.find(wamid)
    return message?.status === 'accepted' ? carriedThings(message, io, read) : {}
  },
  async run({ wamid }, unit, { fault, ...things }) {
    const { read, stage, now, record } = unit
    const accepted = await read.messages.find(wamid)
    if (accepted?.status !== 'accepted') return
    const message = { ...accepted, ...things }
    const number = await read.numbers.find(message.phone_number_id)
    const customer = await read.customers.find(message.customer_id)
    const conversation = await read.conversations.find(message.phone_number_id, message.customer_id)
    const account = await read.accounts.find(message.account_id)
    const rulebook = await read.rulebook.find(RULEBOOK)
    const reactsTo = message.type === 'reaction' ? await reactionTarget(message, read.messages.find) : undefined
    const facts: CarryFacts = {
      customerExists: customer !== undefined && number !== undefined,
      blockedByBusiness: number !== undefined && (await isBlocked(unit, number, message.customer_id)),
      lastReceivedAt: conversation?.last_received_at ?? 0,
      freeEntryOpen: freeEntryOpen(conversation, message.at),
      waId: message.customer_id,
      exhausted: unit.exhausted,
      ...(account?.unfunded ? { unfunded: true } : {}),
      ...(number ? { numberStatus: number.status } : {}),
      ...(message.template ? { category: message.template.category } : {}),
      ...(message.template?.direct ? { directSend: true } : {}),
      ...(customer?.marketing_stopped?.includes(message.phone_number_id) ? { marketingStopped: true } : {}),
      ...(customer?.in_experiment ? { inExperiment: true } : {}),
      ...(customer?.identity_key_hash === undefined ? {} : { identityKeyHash: customer.identity_key_hash }),
      ...(reactsTo ? { reactsTo } : {}),
      ...(fault === undefined ? {} : { mediaFault: fault }),
    }
    const { type, recipient_identity_key_hash } = message
    const carried = {
      type: type as MessageType,
      ...(recipient_identity_key_hash ? { recipient_identity_key_hash } : {}),
    }
    const refusal =
      laterFault(unit, rulebook, message, customer) ??
      (await directFault(message, read)) ??
      firstRaised(carryChecks, rulebook, message.phone_number_id, carried, facts, message.at)
    if (refusal || !number || !customer) return fail(unit, message, refusal ?? Undeliverable)
    if (Object.keys(things).length > 0) stage.messages.put(message)
    await claimLimits(unit, rulebook, message, number, facts)
    const opened = answered(conversation, message.at)
    if (conversation && opened) {
      const { free_entry_answer_by, free_entry_until } = opened
      stage.conversations.change(conversation, { free_entry_answer_by, free_entry_until })
    }
    record({ type: 'message.sent', ...statusFacts(message, opened ?? conversation, account, now) })
    if (!reaches(customer, number.id)) {
      stage.messages.put({ ...message, status: 'sent', lost: true })
    } else if (customer.online) {
      const board = draftBoard()
      if (opened) board.conversations.set(opened.id, opened)
      await deliverMessage(unit, { ...message, status: 'sent' }, number, customer, board)
    } else {
      stage.messages.move(message.key, 'sent')
      const due_at = expiresAt(message)
      stage.job({
        id: unit.ids.key(),
        name: 'expire-message',
        due_at,
        subject: message.customer_id,
        payload: { wamid },
      })
    }
  },
})

/** Stages the failure of a message that was accepted. */
export function fail({ stage, record, now }: Unit, message: Message, refusal: Refusal): void {
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
    ...(message.template?.direct && refusal !== DirectTemplateTaken ? { template_id: message.template.id } : {}),
    ...(message.sent_by === undefined ? {} : { for_app: message.sent_by }),
    errors,
  })
}
