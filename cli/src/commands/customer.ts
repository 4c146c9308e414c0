import type { Command } from 'commander'
import { messageText, type ShownMessage } from '../message-text.ts'
import { type Saying, sayBody } from '../saying.ts'
import { CommandError, type Terminal } from '../terminal.ts'
import { action, type Context, clockTime, customerPath, serverCommand, table } from './common.ts'

interface NumberFlag {
  number?: string
}

const NUMBER = ['--number <number>', 'the business number that is meant, by id or digits'] as const
const CUSTOMER = "the customer's phone number"

interface Said {
  id: string
  message: ShownMessage
}

interface Tapped extends Partial<Said> {
  opened_url?: string
  description?: string
}

/** What a customer does with the phone. */
export function customerCommands(terminal: Terminal): Command[] {
  return [
    say(terminal),
    serverCommand('tap', 'a customer taps a button, a quick reply or a row of a list')
      .argument('<customer>', CUSTOMER)
      .argument('<button>', 'its title, or its id with --id')
      .option('--id', 'the button is named by its id or payload')
      .option('--data <json>', 'what is filled in, where the button opens a form: a flow, an address, a place, a cart')
      .option('--message <wamid>', 'the message that has the button (default: the newest that has it)')
      .option(...NUMBER)
      .action(action(terminal, tap)),
    serverCommand('react', 'a customer reacts to a message; "" takes the reaction back')
      .argument('<customer>', CUSTOMER)
      .argument('<emoji>')
      .option('--message <wamid>', 'the message (default: the newest of the business)')
      .option(...NUMBER)
      .action(action(terminal, react)),
    serverCommand('read', 'a customer opens the chat: what was delivered becomes read')
      .argument('<customer>', CUSTOMER)
      .option(...NUMBER)
      .action(action(terminal, read)),
    serverCommand('inbox', 'the newest messages on the phone of a customer')
      .argument('<customer>', CUSTOMER)
      .option('--limit <count>', 'how many', '20')
      .option(...NUMBER)
      .action(action(terminal, inbox)),
    annoyed(terminal, 'block', 'a customer blocks the business: its messages no longer arrive'),
    annoyed(terminal, 'report', 'a customer reports the business for its newest message'),
    serverCommand('unblock', 'a customer lifts the block of the business')
      .argument('<customer>', CUSTOMER)
      .option(...NUMBER)
      .action(action(terminal, unblock)),
    presence(terminal, 'offline', 'the phone of a customer is out of reach'),
    presence(terminal, 'online', 'the phone of a customer is back: what waited for it is delivered'),
  ]
}

const say = (terminal: Terminal): Command =>
  serverCommand('say', 'a customer writes to the business')
    .argument('<customer>', CUSTOMER)
    .argument('[text]', 'what is written; the caption when there is a file')
    .option('--image <file>', 'send a photo: a path or a URL')
    .option('--voice <file>', 'send a voice message: a path or a URL')
    .option('--file <file>', 'send any file: a path or a URL')
    .option('--location <lat,lng>', 'send a place')
    .option('--reply-to <wamid>', 'answer this message')
    .option('--forwarded', 'it was passed on from another chat')
    .option('--unsupported <kind>', 'something that businesses cannot get, like poll_creation')
    .option(...NUMBER)
    .action(
      action(terminal, async ({ client, flags, show }: Context<Saying>, customer: string, text?: string) => {
        const body = await sayBody(flags, text)
        const said = await client.control<Said>('POST', customerPath(customer, 'say'), { body })
        show(said, () => `${messageText(said.message)}  ${said.id}`)
      }),
    )

async function tap(
  { client, flags, show }: Context<NumberFlag & { id?: boolean; data?: string; message?: string }>,
  customer: string,
  button: string,
): Promise<void> {
  const tapped = await client.control<Tapped>('POST', customerPath(customer, 'tap'), {
    body: {
      [flags.id ? 'id' : 'button']: button,
      data: flags.data === undefined ? undefined : filledIn(flags.data),
      message_id: flags.message,
      phone_number_id: flags.number,
    },
  })
  show(tapped, () => {
    if (tapped.message) return `${messageText(tapped.message)}  ${tapped.id}`
    return tapped.opened_url ? `The phone opens ${tapped.opened_url}` : (tapped.description ?? 'Done.')
  })
}

function filledIn(json: string): object {
  try {
    const data: unknown = JSON.parse(json)
    if (typeof data === 'object' && data !== null && !Array.isArray(data)) return data
  } catch {
    // Said below.
  }
  throw new CommandError(`--data is ${json}, which is no JSON object. Write it like '{"guests":2}'.`)
}

async function react(
  { client, flags, show }: Context<NumberFlag & { message?: string }>,
  customer: string,
  emoji: string,
): Promise<void> {
  const said = await client.control<Partial<Said> & Pick<Said, 'message'>>('POST', customerPath(customer, 'react'), {
    body: { emoji, message_id: flags.message, phone_number_id: flags.number },
  })
  show(said, () => (said.id ? `${messageText(said.message)}  ${said.id}` : 'The message is too old: nobody is told.'))
}

async function read({ client, flags, show }: Context<NumberFlag>, customer: string): Promise<void> {
  const answer = await client.control<{ read: number }>('POST', customerPath(customer, 'read'), {
    body: { phone_number_id: flags.number },
  })
  show(answer, () => (answer.read === 1 ? '1 message became read.' : `${answer.read} messages became read.`))
}

async function inbox(
  { client, flags, show }: Context<NumberFlag & { limit: string }>,
  customer: string,
): Promise<void> {
  const answer = await client.control<{ data: ShownMessage[] }>('GET', customerPath(customer, 'inbox'), {
    query: { limit: flags.limit, phone_number_id: flags.number },
  })
  show(answer, () => (answer.data.length === 0 ? 'No messages yet.' : table(answer.data.map(row))))
}

/** What makes the quality of templates and numbers fall. */
const annoyed = (terminal: Terminal, edge: 'block' | 'report', description: string): Command =>
  serverCommand(edge, `${description}; quality falls`)
    .argument('<customer>', CUSTOMER)
    .option('--reason <reason>', 'like SPAM, NO_SIGN_UP or NO_LONGER_NEEDED')
    .option(...NUMBER)
    .action(
      action(terminal, async ({ client, flags, show }: Context<NumberFlag & { reason?: string }>, customer: string) => {
        const body = { phone_number_id: flags.number, reason: flags.reason?.toUpperCase() }
        const answer = await client.control<{ name: string }>('POST', customerPath(customer, edge), { body })
        show(answer, () => `${answer.name} has ${edge}ed the business.`)
      }),
    )

async function unblock({ client, flags, show }: Context<NumberFlag>, customer: string): Promise<void> {
  const body = { phone_number_id: flags.number }
  const answer = await client.control<{ name: string }>('POST', customerPath(customer, 'unblock'), { body })
  show(answer, () => `${answer.name} has unblocked the business.`)
}

/** Seen from the phone: what the business sent comes in. */
const row = (message: ShownMessage): string[] => [
  clockTime(message.at),
  message.direction === 'sent' ? '<' : '>',
  message.status,
  messageText(message),
]

const presence = (terminal: Terminal, edge: 'offline' | 'online', description: string): Command =>
  serverCommand(edge, description)
    .argument('<customer>', CUSTOMER)
    .action(
      action(terminal, async ({ client, show }: Context<object>, customer: string) => {
        const answer = await client.control<{ wa_id: string; name: string }>('POST', customerPath(customer, edge), {
          body: {},
        })
        show(answer, () => `${answer.name} (${answer.wa_id}) is ${edge}.`)
      }),
    )
