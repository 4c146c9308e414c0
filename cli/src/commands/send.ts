import type { Command } from 'commander'
import { accessToken, type SecretFlags } from '../secrets.ts'
import { CommandError, type Terminal } from '../terminal.ts'
import { action, type Context, serverCommand } from './common.ts'

interface SendFlags extends SecretFlags {
  template?: string
  language: string
  param?: string[]
  number?: string
}

interface World {
  version: string
  phone_numbers: { id: string; digits: string; display_phone_number: string }[]
}

interface Sent {
  messages: { id: string }[]
}

/** The business sends a message: the same call of the Graph API that a bot makes. */
export const sendCommand = (terminal: Terminal): Command =>
  serverCommand('send', 'the business sends a message')
    .argument('<to>', "the customer's phone number")
    .argument('[text]', 'what is written')
    .option('--template <name>', 'send this template instead of a text')
    .option('--language <code>', 'its language', 'en_US')
    .option('--param <values...>', 'values of the variables in its body')
    .option('--number <number>', 'the business number to send from, by id or digits (default: the first)')
    .option('--token <token>', 'access token, or LANDLINE_ACCESS_TOKEN (default: the one in the data folder)')
    .option('--data <folder>', 'data folder of the server, or LANDLINE_DATA (default .landline)')
    .action(
      action(terminal, async ({ client, flags, show }: Context<SendFlags>, to: string, text?: string) => {
        const token = accessToken(flags, terminal.env)
        const body = { messaging_product: 'whatsapp', to, ...content(flags, text) }
        const world = await client.control<World>('GET', 'world')
        const sent = await client.graph<Sent>('POST', `${world.version}/${sender(world, flags.number)}/messages`, {
          body,
          token,
        })
        show(sent, () => `Accepted: ${sent.messages[0]?.id}`)
      }),
    )

function content({ template: name, language: code, param = [] }: SendFlags, text: string | undefined): object {
  if ((name === undefined) === (text === undefined)) throw new CommandError('Send either a text or a --template.')
  if (name === undefined) return { type: 'text', text: { body: text } }
  const parameters = param.map(value => ({ type: 'text', text: value }))
  const components = parameters.length > 0 ? [{ type: 'body', parameters }] : undefined
  return { type: 'template', template: { name, language: { code }, components } }
}

function sender({ phone_numbers }: World, named: string | undefined): string {
  const digits = named?.replace(/\D/g, '')
  const number =
    named === undefined ? phone_numbers[0] : phone_numbers.find(one => one.id === named || one.digits === digits)
  if (number) return number.id
  const there = phone_numbers.map(one => `${one.id} (${one.display_phone_number})`).join(', ') || 'none'
  throw new CommandError(`There is no business number ${named ?? 'to send from'}. There are: ${there}.`)
}
