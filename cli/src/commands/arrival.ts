import type { Command } from 'commander'
import { messageText, type ShownMessage } from '../message-text.ts'
import type { Terminal } from '../terminal.ts'
import { action, type Context, customerPath, serverCommand } from './common.ts'

const CUSTOMER = "the customer's phone number"

interface Ad {
  headline?: string
  greeting?: string
  post?: boolean
  number?: string
}

interface Moved {
  wa_id: string
  name: string
}

/** How a customer comes to a chat, and who the customer is. */
export const arrivalCommands = (terminal: Terminal): Command[] => [
  serverCommand(
    'ad',
    'a customer taps an ad that leads to the chat; an answer within 24 hours is free, and what follows',
  )
    .argument('<customer>', CUSTOMER)
    .argument('[text]', 'what is sent (default: the text that stands there)')
    .option('--headline <text>', 'headline of the ad')
    .option('--greeting <text>', 'what the ad says first')
    .option('--post', 'it is a post, not an ad')
    .option('--number <number>', 'the business number that is meant, by id or digits')
    .action(
      action(terminal, async ({ client, flags, show }: Context<Ad>, customer: string, text?: string) => {
        const { headline, greeting, post, number: phone_number_id } = flags
        const body = { text, headline, greeting, phone_number_id, source_type: post ? 'post' : 'ad' }
        const said = await client.control<{ id: string; message: ShownMessage }>('POST', customerPath(customer, 'ad'), {
          body,
        })
        show(said, () => `${messageText(said.message)}  ${said.id}`)
      }),
    ),
  serverCommand('offers', 'a customer stops the marketing messages of a business, or asks for them again')
    .argument('<customer>', CUSTOMER)
    .argument('<stop|resume>')
    .option('--number <number>', 'the business number that is meant, by id or digits')
    .action(
      action(
        terminal,
        async ({ client, flags, show }: Context<{ number?: string }>, customer: string, what: string) => {
          const answer = await client.control<object>('POST', customerPath(customer, 'preferences'), {
            body: { marketing_messages: what, phone_number_id: flags.number },
          })
          show(answer, () => (what === 'stop' ? 'Marketing messages are stopped.' : 'Marketing messages are welcome.'))
        },
      ),
    ),
  serverCommand('move', 'a customer moves to another phone number, with all chats; the businesses are told')
    .argument('<customer>', CUSTOMER)
    .argument('<number>', 'the new number with country code')
    .action(
      action(terminal, async ({ client, show }: Context<object>, customer: string, number: string) => {
        const moved = await client.control<Moved>('POST', customerPath(customer, 'number'), { body: { wa_id: number } })
        show(moved, () => `${moved.name} is ${moved.wa_id} now.`)
      }),
    ),
  serverCommand('reinstall', 'a customer installs WhatsApp anew: the key of the identity is another one')
    .argument('<customer>', CUSTOMER)
    .action(
      action(terminal, async ({ client, show }: Context<object>, customer: string) => {
        const path = customerPath(customer, 'new_phone')
        const changed = await client.control<Moved & { identity_key_hash: string }>('POST', path, { body: {} })
        show(changed, () => `The key of ${changed.name} is ${changed.identity_key_hash} now.`)
      }),
    ),
]
