import { z } from 'zod'
import type { Stored } from '../../domain/stored.ts'
import type { TemplateGroup } from '../../domain/templates/model.ts'
import { node } from '../../graph/node.ts'

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/analytics */
export const TemplateGroupNode = node<Stored<TemplateGroup>>({
  name: 'WhatsAppBusinessTemplateGroup',
  summary: 'Templates whose figures are looked at together.',
  access: ['whatsapp_business_management'],
  load: (read, id) => read.templateGroups.find(id),
  owner: group => ({ account_id: group.account_id }),
  fields: {
    id: { schema: z.string(), byDefault: true, read: group => group.id },
    name: { schema: z.string(), byDefault: true, read: group => group.name },
    description: { schema: z.string(), byDefault: true, read: group => group.description },
    whatsapp_business_templates: {
      schema: z.looseObject({ data: z.array(z.object({ id: z.string(), name: z.string() })) }),
      byDefault: true,
      read: async (group, { read }) => {
        const templates = await Promise.all(group.template_ids.map(id => read.templates.find(id)))
        const there = templates.filter(one => one !== undefined && one.status !== 'DELETED')
        return { data: there.map(one => ({ id: one!.id, name: one!.name })) }
      },
    },
  },
})
