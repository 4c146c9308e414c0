import type { Command } from 'commander'
import { CommandError, type Terminal } from '../terminal.ts'
import { action, type Context, counted, serverCommand, table } from './common.ts'

interface EstimateFlags {
  template?: string
  category?: string
  country?: string[]
  account?: string
}

interface Estimate {
  currency: string
  messages: number
  cost: number
  lines: {
    market: string
    category: string
    pricing_type: string
    tier: string
    messages: number
    rate: number
    cost: number
  }[]
  not_deliverable: string[]
}

/** What a send or a campaign will cost. */
export const estimateCommand = (terminal: Terminal): Command =>
  serverCommand('estimate', 'what a send or a campaign will cost, before it is sent')
    .argument('[recipients...]', 'phone numbers, one message each')
    .option('--template <name>', 'the template that is sent')
    .option('--category <category>', 'instead: marketing, utility, authentication or service')
    .option('--country <counts...>', 'messages by country, like DE=1000 US=250')
    .option('--account <id>', 'the account that pays (default: that of the first number)')
    .action(
      action(terminal, async ({ client, flags, show }: Context<EstimateFlags>, recipients: string[]) => {
        const { template, category, account, country = [] } = flags
        const body = { template, category, account, recipients, countries: counts(country) }
        const estimate = await client.control<Estimate>('POST', 'estimate', { body })
        show(estimate, () => inWords(estimate))
      }),
    )

function counts(written: readonly string[]): { [country: string]: number } {
  return Object.fromEntries(
    written.map(text => {
      const [, country, count] = /^([A-Za-z]{2})=(\d+)$/.exec(text) ?? []
      if (country === undefined) throw new CommandError(`"${text}" is no count. Write it like DE=1000.`)
      return [country.toUpperCase(), Number(count)]
    }),
  )
}

function inWords({ lines, currency, messages, cost, not_deliverable: closed }: Estimate): string[] {
  const rows = lines.map(line => [
    line.market,
    line.category,
    line.pricing_type === 'regular' ? `tier ${line.tier}` : line.pricing_type,
    `${line.messages} × ${line.rate}`,
    `${line.cost} ${currency}`,
  ])
  const left = closed.length === 0 ? [] : [`Cannot be delivered, because they have not written: ${closed.join(', ')}.`]
  return [
    ...table(rows),
    ...left,
    `${counted(messages, 'message')} ${messages === 1 ? 'costs' : 'cost'} ${cost} ${currency}.`,
  ]
}
