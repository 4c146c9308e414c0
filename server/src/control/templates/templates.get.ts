import { z } from 'zod'
import { TemplateNode } from '../../api/template/node.ts'
import { node } from '../../graph/node.ts'
import { listing } from '../../graph/operation.ts'
import { pageOf } from '../../store/records.ts'

export const TemplatesNode = node<object>({
  name: 'Templates',
  summary: 'The templates of all accounts.',
  singleton: 'templates',
  access: 'control',
  load: async () => ({}),
  fields: {},
})

export const listTemplates = listing(
  {
    on: TemplatesNode,
    of: TemplateNode,
    name: 'listAllTemplates',
    summary: 'The templates of all accounts, newest first within each.',
    access: 'control',
    params: z.looseObject({ status: z.string().optional() }),
  },
  async ({ read, params }, page) => {
    const templates = []
    for (const business of await read.businesses.all()) {
      for (const account of await read.accounts.ofBusiness(business.id)) {
        templates.push(...(await read.templates.ofAccount(account.id)))
      }
    }
    const status = params.status?.toUpperCase()
    const asked = templates.filter(one => status === undefined || one.status === status)
    return pageOf(asked, one => one.id, page)
  },
)
