import type { Command } from 'commander'
import type { Client } from '../client.ts'
import { CommandError, type Terminal } from '../terminal.ts'
import { action, type Context, serverCommand, table } from './common.ts'

interface Template {
  id: string
  name: string
  language: string
  category: string
  status: string
}

interface Scored {
  status: string
  quality: string
}

/** Templates, and the platform's decisions over them. */
export function templateCommands(terminal: Terminal): Command[] {
  const template = serverCommand('template', 'list templates and decide over them').action(action(terminal, list))
  template.addCommand(serverCommand('list', 'the templates of all accounts').action(action(terminal, list)))
  for (const [decision, description] of Object.entries({
    approve: 'approve a template',
    reject: 'reject a template',
    pause: 'pause a template, as bad feedback does',
    unpause: 'let a paused template be sent again',
    appeal: 'appeal against a rejection, or against being disabled',
    disable: 'disable a template, as lasting bad feedback does',
  })) {
    const command = serverCommand(decision, `${description}; the business hears of it by webhook`)
      .argument('<template>', 'name or id')
      .option('--language <language>', 'which one, when the name has several')
    if (decision === 'reject') command.option('--reason <reason>', 'like INVALID_FORMAT, SCAM or PROMOTIONAL')
    template.addCommand(command.action(action(terminal, decide(decision))))
  }
  template.addCommand(
    serverCommand('quality', 'give a template a quality score, as the feedback of many customers would')
      .argument('<template>', 'name or id')
      .argument('<score>', 'GREEN, YELLOW or RED; RED pauses it')
      .option('--language <language>', 'which one, when the name has several')
      .action(action(terminal, score)),
  )
  return [template]
}

async function score(
  { client, flags, show }: Context<{ language?: string }>,
  named: string,
  asked: string,
): Promise<void> {
  const template = await find(client, named, flags.language)
  const body = { score: asked.toUpperCase() }
  const answer = await client.control<Scored>('POST', `templates/${template.id}/quality`, { body })
  show(answer, () => `${template.name} (${template.language}) is ${answer.status}, its quality ${answer.quality}.`)
}

const everyTemplate = (client: Client) =>
  client.control<{ data: Template[] }>('GET', 'templates', { query: { limit: 1000 } })

async function list({ client, show }: Context<object>): Promise<void> {
  const answer = await everyTemplate(client)
  show(answer, () =>
    answer.data.length === 0
      ? 'No templates.'
      : table(answer.data.map(({ id, name, language, category, status }) => [name, language, category, status, id])),
  )
}

const decide =
  (decision: string) =>
  async ({ client, flags, show }: Context<{ reason?: string; language?: string }>, named: string): Promise<void> => {
    const template = await find(client, named, flags.language)
    const body = { decision, reason: flags.reason?.toUpperCase() }
    const answer = await client.control<{ id: string; status: string }>('POST', `templates/${template.id}/review`, {
      body,
    })
    show(answer, () => `${template.name} (${template.language}) is ${answer.status}.`)
  }

async function find(client: Client, named: string, language: string | undefined): Promise<Template> {
  const { data } = await everyTemplate(client)
  const meant = data.filter(one => one.id === named || one.name === named)
  const chosen = language === undefined ? meant : meant.filter(one => one.language === language)
  const [first, ...others] = chosen
  if (!first) {
    const names = data.map(one => `${one.name} (${one.language})`).join(', ') || 'none'
    throw new CommandError(`There is no template ${named}${language ? ` in ${language}` : ''}. There are: ${names}.`)
  }
  if (others.length === 0) return first
  throw new CommandError(
    `${named} exists in ${chosen.map(one => one.language).join(', ')}. Choose with --language, or give an id.`,
  )
}
