import { z } from 'zod'
import { searchLibrary } from '../../domain/templates/library/search.ts'
import { listing } from '../../graph/operation.ts'
import { pageOf } from '../../store/records.ts'
import { AccountNode } from '../account/node.ts'
import { LibraryNode, LibraryTemplateNode } from './node.ts'

const contract = {
  of: LibraryTemplateNode,
  docs: 'templates/template-library',
  access: ['whatsapp_business_management'] as const,
  params: z.looseObject({
    search: z.string().optional().describe('Part of a name or a text.'),
    name: z.string().optional().describe('Part of a name.'),
    language: z.string().optional(),
    topic: z.string().optional(),
    usecase: z.string().optional(),
    industry: z.string().optional(),
  }),
}

export const listLibrary = listing(
  { ...contract, on: LibraryNode, name: 'listLibrary', summary: 'Templates of the library.' },
  async ({ params }, page) => pageOf(searchLibrary(params), one => one.id, page),
)

export const listLibraryOfAccount = listing(
  {
    ...contract,
    on: AccountNode,
    edge: 'message_template_library',
    name: 'listLibraryOfAccount',
    summary: 'Templates of the library that an account can copy.',
  },
  async ({ params }, page) => pageOf(searchLibrary(params), one => one.id, page),
)
