import { z } from 'zod'
import type { Customer, Message } from '../../domain/messaging/model.ts'
import { operation } from '../../graph/operation.ts'
import { followLink } from '../../network/follow-link.ts'
import { receiveMessage } from '../../network/receive.ts'
import type { Read } from '../../store/read.ts'
import type { Unit } from '../../store/store.ts'
import { newestFirst } from '../chats/chat-pages.ts'
import { MessageView, messageView } from '../chats/message-view.ts'
import { checkCanWrite, chosenNumber, PhoneNumberChoice } from '../numbers/number-choice.ts'
import { refusal } from '../refuse.ts'
import { buttonsOf } from './buttons.ts'
import { CustomerNode } from './customer.ts'
import type { TapButton } from './tap/effect.ts'

/** How far back a button is looked for. */
const LOOK_BACK = 500

const Tap = z.looseObject({
  ...PhoneNumberChoice.shape,
  button: z.string().optional().describe('Title of the button or row.'),
  id: z.string().optional().describe('Its id or payload, instead of the title.'),
  message_id: z.string().optional().describe('The newest message that has such a button when left out.'),
  data: z
    .looseObject({})
    .optional()
    .describe('What is filled in where the button opens a form: a flow, an address, a place, a cart.'),
})
type TapParams = z.output<typeof Tap>

export const tap = operation({
  on: CustomerNode,
  edge: 'tap',
  method: 'POST',
  name: 'tap',
  summary: 'The customer taps a button or a row of a list, and fills in the form that it opens.',
  access: 'control',
  params: Tap,
  returns: z.object({
    id: z.string().optional().describe('wamid of the answer, when the tap sends one.'),
    message: MessageView.optional(),
    opened_url: z.string().optional().describe('Where a link leads.'),
    description: z.string().optional().describe('What the phone does, when it does neither.'),
  }),
}).run(async call => {
  const { node: customer, params, read } = call
  if ((params.button === undefined) === (params.id === undefined)) {
    throw refusal('Say which button: either button, its title, or id, its id or payload.')
  }
  const { message: target, button } = await findButton(read, customer, params)
  const { effect } = button
  if (effect.does === 'other') return { description: effect.sentence }
  if (effect.does === 'open') {
    recordClick(call, target, button)
    return { opened_url: await followLink(call, customer, target, effect.url) }
  }
  const number = await chosenNumber(read, customer, target.phone_number_id)
  checkCanWrite(customer, number)
  recordClick(call, target, button)
  const { type, content, showsPhone } =
    effect.does === 'fill' ? effect.fill(params.data, { customer, now: call.now }) : effect
  const more = { context: target.wamid }
  const message = await receiveMessage(call, { number, customer, type, content, more, showsPhone: showsPhone === true })
  return { id: message.wamid, message: await messageView(read, message) }
})

/** The tap itself, apart from what it sends: analytics count it. */
function recordClick(
  { record, now }: Pick<Unit, 'record' | 'now'>,
  target: Message,
  { counts, title }: TapButton,
): void {
  if (!counts) return
  const { account_id, phone_number_id, customer_id, wamid, template, at } = target
  record({
    type: 'message.clicked',
    at: now,
    account_id,
    phone_number_id,
    customer_id,
    wamid,
    button: counts,
    content: title,
    ...(template ? { template: { id: template.id, accepted_at: at } } : {}),
  })
}

interface Found {
  message: Message
  button: TapButton
}

async function findButton(read: Read, customer: Customer, params: TapParams): Promise<Found> {
  const there: TapButton[] = []
  for (const message of await candidates(read, customer, params)) {
    const buttons = buttonsOf(message)
    const button = matching(buttons, params)
    if (button) return { message, button }
    // The newest message with buttons is the one that was meant.
    if (there.length === 0) there.push(...buttons)
  }
  const asked = params.button === undefined ? `with the id "${params.id}"` : `"${params.button}"`
  if (there.length === 0) {
    const where = params.message_id ? 'the message' : `the phone of ${customer.name}`
    throw refusal(`There is no button ${asked} on ${where}, nor any other.`)
  }
  throw refusal(`There is no button ${asked}. There are: ${there.map(described).join(', ')}.`)
}

const described = ({ title, id }: TapButton): string => (id === undefined ? `"${title}"` : `"${title}" (id ${id})`)

/** By the exact title first, then by one that differs in case or outer space. */
function matching(buttons: TapButton[], { button, id }: TapParams): TapButton | undefined {
  if (button === undefined) return buttons.find(one => one.id === id)
  const folded = button.trim().toLowerCase()
  return buttons.find(one => one.title === button) ?? buttons.find(one => one.title.trim().toLowerCase() === folded)
}

async function candidates(read: Read, customer: Customer, params: TapParams): Promise<Message[]> {
  if (params.message_id) {
    const message = await read.messages.find(params.message_id)
    if (message?.shown && message.customer_id === customer.id) return [message]
    throw refusal(`message_id is not a message on the phone of ${customer.name}.`)
  }
  const number = params.phone_number_id ? await chosenNumber(read, customer, params.phone_number_id) : undefined
  const chat = { customerId: customer.id, ...(number ? { phoneNumberId: number.id } : {}) }
  const newest: Message[] = []
  for await (const message of newestFirst(read, chat)) {
    newest.push(message)
    if (newest.length >= LOOK_BACK) break
  }
  return newest
}
