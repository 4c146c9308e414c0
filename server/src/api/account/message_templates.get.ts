import { z } from 'zod'
import { listing } from '../../graph/operation.ts'
import { pageOf } from '../../store/records.ts'
import { TemplateNode } from '../template/node.ts'
import { AccountNode } from './node.ts'

/** Text filters match part of it, in any letter case. */
const has = (text: string, part: string | undefined): boolean =>
  part === undefined || text.toLowerCase().includes(part.toLowerCase())

const upper = (list: string[] | undefined): string[] | undefined => list?.map(one => one.toUpperCase())

export const listTemplates = listing(
  {
    on: AccountNode,
    edge: 'message_templates',
    of: TemplateNode,
    name: 'listTemplates',
    summary: 'Templates of the account, newest first.',
    docs: 'templates/template-management',
    access: ['whatsapp_business_management'],
    params: z.looseObject({
      status: z.array(z.string()).optional(),
      category: z.array(z.string()).optional(),
      language: z.array(z.string()).optional(),
      quality_score: z.array(z.string()).optional(),
      name: z.string().optional().describe('Part of the name.'),
      content: z.string().optional().describe('Part of the text.'),
      name_or_content: z.string().optional(),
    }),
  },
  async ({ node: account, params, read }, page) => {
    const { name, content, name_or_content: either, language } = params
    const status = upper(params.status)
    const category = upper(params.category)
    const quality = upper(params.quality_score)
    const found = (await read.templates.ofAccount(account.id)).filter(template => {
      const text = JSON.stringify(template.components)
      return (
        (!status || status.includes(template.status)) &&
        (!category || category.includes(template.category)) &&
        (!language || language.includes(template.language)) &&
        (!quality || quality.includes(template.quality)) &&
        has(template.name, name) &&
        has(text, content) &&
        (has(template.name, either) || has(text, either))
      )
    })
    found.sort((a, b) => b.created_at - a.created_at || Number(b.id) - Number(a.id))
    return pageOf(
      found,
      template => template.id,
      page,
      template => template.created_at,
    )
  },
)
