import { z } from 'zod'
import { node } from '../../graph/node.ts'
import { operation } from '../../graph/operation.ts'

const DEFAULT_LIMIT = 50
const MAX_LIMIT = 1000

export const RequestsNode = node<object>({
  name: 'Requests',
  summary: 'The latest calls to the Graph.',
  singleton: 'requests',
  access: 'control',
  load: async () => ({}),
  fields: {},
})

export const listRequests = operation({
  on: RequestsNode,
  method: 'GET',
  name: 'listRequests',
  summary: 'The latest calls with what was answered, newest first. They are kept in memory only.',
  access: 'control',
  params: z.looseObject({ limit: z.number().int().positive().optional() }),
  returns: z.object({
    data: z.array(
      z.object({
        id: z.string(),
        at: z.number(),
        method: z.string(),
        path: z.string(),
        status: z.number(),
        duration_ms: z.number(),
        token: z.string().optional().describe('Its end only.'),
        request_body: z.string().optional(),
        response_body: z.string().optional(),
        error_code: z.number().optional(),
      }),
    ),
  }),
})
  .before(async ({ io, params }) => io.requests(Math.min(params.limit ?? DEFAULT_LIMIT, MAX_LIMIT)))
  .run(async ({ before: data }) => ({ data }))
