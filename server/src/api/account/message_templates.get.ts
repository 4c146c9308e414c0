import { z } from 'zod'
import type { Account } from '../../domain/accounts/model.ts'
import { CAN } from '../../domain/templates/index.ts'
import type { Template, TemplateStatus } from '../../domain/templates/model.ts'
import { buttonsOf, textsOf } from '../../domain/templates/texts-of.ts'
import { unixSeconds } from '../../domain/time.ts'
import { listing } from '../../graph/operation.ts'
import { pageOf } from '../../store/records.ts'
import { TemplateNode } from '../template/node.ts'
import { AccountNode } from './node.ts'
import { templateLimit } from './template/facts.ts'

/** Instants as Graph takes them: Unix seconds, or a date. */
const Instant = z.union([z.number(), z.string()])

const STATUSES = Object.keys(CAN) as [TemplateStatus, ...TemplateStatus[]]

const Filters = z.looseObject({
  status: z.array(z.enum(STATUSES)).optional(),
  category: z.array(z.enum(['AUTHENTICATION', 'MARKETING', 'UTILITY'])).optional(),
  language: z.array(z.string()).optional(),
  quality_score: z.array(z.enum(['GREEN', 'YELLOW', 'RED', 'UNKNOWN'])).optional(),
  name: z.string().optional().describe('Part of the name.'),
  content: z.string().optional().describe('Part of a text: header, body, footer or label of a button.'),
  name_or_content: z.string().optional(),
  source: z.enum(['AUTO_GENERATED', 'MANUAL']).optional(),
  since: Instant.optional().describe('Changed since then.'),
  until: Instant.optional(),
})

export const listTemplates = listing(
  {
    on: AccountNode,
    edge: 'message_templates',
    of: TemplateNode,
    name: 'listTemplates',
    summary: 'Templates of the account, newest first.',
    docs: 'templates/template-management',
    access: ['whatsapp_business_management'],
    params: Filters,
    totals: {
      message_template_count: async ({ node: account, read }: { node: Account; read: ReadTemplates }) =>
        (await read.templates.ofAccount(account.id)).filter(isVisible).length,
      message_template_limit: ({ node: account, read }) => templateLimit(account, read),
      are_translations_complete: async ({ node: account, read }) =>
        translationsComplete((await read.templates.ofAccount(account.id)).filter(isVisible)),
    },
  },
  async ({ node: account, params, read }, page) => {
    const fits = filterOf(params)
    const found = (await read.templates.ofAccount(account.id)).filter(fits)
    found.sort((a, b) => b.created_at - a.created_at || Number(b.id) - Number(a.id))
    return pageOf(
      found,
      template => template.id,
      page,
      template => template.created_at,
    )
  },
)

/** Those of Direct Send are hidden, and count for nothing. */
const isVisible = ({ auto_generated }: Template): boolean => !auto_generated

type ReadTemplates = { templates: { ofAccount(accountId: string): Promise<Template[]> } }

/** Text filters match part of it, in any letter case. */
const has = (text: string, part: string | undefined): boolean =>
  part === undefined || text.toLowerCase().includes(part.toLowerCase())

function filterOf(params: z.output<typeof Filters>): (template: Template) => boolean {
  const { name, content, name_or_content: either, language, source, status, category, quality_score: quality } = params
  const since = secondsOf(params.since) ?? Number.NEGATIVE_INFINITY
  const until = secondsOf(params.until) ?? Number.POSITIVE_INFINITY
  return template => {
    const text = wordsOf(template)
    const changed = unixSeconds(template.updated_at)
    return (
      (!status || status.includes(template.status)) &&
      (!category || category.includes(template.category)) &&
      (!language || language.includes(template.language)) &&
      (!quality || quality.includes(template.quality)) &&
      (template.auto_generated === true) === (source === 'AUTO_GENERATED') &&
      changed >= since &&
      changed <= until &&
      has(template.name, name) &&
      has(text, content) &&
      (has(template.name, either) || has(text, either))
    )
  }
}

/** What can be read in a template. */
const wordsOf = ({ components }: Template): string =>
  [...textsOf(components), ...buttonsOf(components).map(({ text }) => text)].join('\n')

/** Nonsense counts as none. */
function secondsOf(value: string | number | undefined): number | undefined {
  if (value === undefined) return undefined
  const seconds = /^\d+$/.test(String(value)) ? Number(value) : unixSeconds(Date.parse(String(value)))
  return Number.isNaN(seconds) ? undefined : seconds
}

/** Whether every name exists in every language that the account uses. */
function translationsComplete(templates: readonly Template[]): boolean {
  const languages = new Set(templates.map(({ language }) => language))
  const byName = Map.groupBy(templates, ({ name }) => name)
  return [...byName.values()].every(({ length }) => length === languages.size)
}
