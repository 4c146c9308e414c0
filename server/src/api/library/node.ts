import { z } from 'zod'
import { LIBRARY } from '../../domain/templates/library/entries.ts'
import type { LibraryTemplate } from '../../domain/templates/library/entry.ts'
import { node } from '../../graph/node.ts'

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-library */
export const LibraryTemplateNode = node<LibraryTemplate>({
  name: 'LibraryTemplate',
  summary: 'A template of the library: written and approved beforehand, the same for everybody.',
  access: ['whatsapp_business_management'],
  listed: true,
  load: async (_, id) => LIBRARY.find(one => one.id === id),
  fields: {
    name: { schema: z.string(), byDefault: true, read: one => one.name },
    language: { schema: z.string(), byDefault: true, read: one => one.language },
    category: { schema: z.string(), byDefault: true, read: one => one.category },
    topic: { schema: z.string(), byDefault: true, read: one => one.topic },
    usecase: { schema: z.string(), byDefault: true, read: one => one.usecase },
    industry: { schema: z.array(z.string()), byDefault: true, read: one => one.industry },
    header: { schema: z.string(), byDefault: true, read: one => one.header },
    body: { schema: z.string(), byDefault: true, read: one => one.body },
    body_params: { schema: z.array(z.string()), byDefault: true, read: one => one.body_params },
    body_param_types: { schema: z.array(z.string()), byDefault: true, read: one => one.body_param_types },
    buttons: {
      schema: z.array(z.looseObject({ type: z.string(), text: z.string() })),
      byDefault: true,
      read: one => one.buttons,
    },
    id: { schema: z.string(), byDefault: true, read: one => one.id },
  },
})

export const LibraryNode = node<object>({
  name: 'MessageTemplateLibrary',
  summary: 'The library of templates.',
  singleton: 'message_template_library',
  access: ['whatsapp_business_management'],
  load: async () => ({}),
  fields: {},
})
