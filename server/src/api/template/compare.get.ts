import { z } from 'zod'
import { InvalidParameter } from '../../domain/catalogue.ts'
import { Refused } from '../../domain/refusals.ts'
import { COMPARE_WINDOWS, SENDS_NEEDED } from '../../domain/templates/compare.ts'
import type { Template } from '../../domain/templates/model.ts'
import { DAY, SECOND } from '../../domain/time.ts'
import { operation } from '../../graph/operation.ts'
import type { Read } from '../../store/read.ts'
import { TemplateNode } from './node.ts'

const Value = <V extends z.ZodType>(value: V) => z.array(z.object({ key: z.string(), value }))

const Metric = z.union([
  z.object({ metric: z.string(), type: z.literal('RELATIVE'), order_by_relative_metric: z.array(z.string()) }),
  z.object({ metric: z.string(), type: z.literal('NUMBER_VALUES'), number_values: Value(z.number()) }),
  z.object({ metric: z.string(), type: z.literal('STRING_VALUES'), string_values: Value(z.string()) }),
])

const Params = z.looseObject({
  template_ids: z.array(z.string()).describe('The other template.'),
  start: z.int().describe('Unix seconds: 7, 30, 60 or 90 days before `end`.'),
  end: z.int().describe('Unix seconds.'),
})

export const compareTemplates = operation({
  on: TemplateNode,
  edge: 'compare',
  method: 'GET',
  name: 'compareTemplates',
  summary: 'How often two templates were sent, and how often they made customers block the business.',
  docs: 'templates/template-comparison',
  access: ['whatsapp_business_management'],
  params: Params,
  returns: z.object({ data: z.array(Metric) }),
  refusals: [InvalidParameter()],
}).run(async ({ node, params, read, now }) => {
  const from = params.start * SECOND
  const to = params.end * SECOND
  const fault = windowFault(from, to, now)
  if (fault) throw new Refused(InvalidParameter(fault))
  const other = await otherOf(node, params, read)
  const rows = await Promise.all([node, other].map(async ({ id }) => ({ id, ...(await figures(id, from, to, read)) })))
  if (rows.some(({ sends }) => sends < SENDS_NEEDED)) {
    throw new Refused(InvalidParameter(`Each template must have been sent at least ${SENDS_NEEDED} times in the time.`))
  }
  const byRate = rows.toSorted((a, b) => a.blocks / a.sends - b.blocks / b.sends)
  return {
    data: [
      { metric: 'BLOCK_RATE', type: 'RELATIVE' as const, order_by_relative_metric: byRate.map(({ id }) => id) },
      {
        metric: 'MESSAGE_SENDS',
        type: 'NUMBER_VALUES' as const,
        number_values: rows.map(({ id, sends }) => ({ key: id, value: sends })),
      },
      {
        metric: 'TOP_BLOCK_REASON',
        type: 'STRING_VALUES' as const,
        string_values: rows.map(({ id, reason }) => ({ key: id, value: reason })),
      },
    ],
  }
})

function windowFault(from: number, to: number, now: number): string | undefined {
  if (!COMPARE_WINDOWS.includes((to - from) / DAY)) return 'start must be 7, 30, 60 or 90 days before end.'
  return to > now + DAY || from < now - (COMPARE_WINDOWS.at(-1)! + 1) * DAY
    ? 'end must not be in the future, and start at most 90 days ago.'
    : undefined
}

async function otherOf({ id, account_id }: Template, { template_ids }: z.output<typeof Params>, read: Read) {
  const [otherId, ...more] = template_ids.filter(one => one !== id)
  const other = otherId === undefined || more.length > 0 ? undefined : await read.templates.find(otherId)
  if (other?.account_id === account_id && other.status !== 'DELETED') return other
  throw new Refused(InvalidParameter('template_ids must name one other template of the same account.'))
}

async function figures(id: string, from: number, to: number, read: Read) {
  const reasons = await read.feedback.blockReasons(id, from, to)
  return {
    sends: await read.feedback.sends(id, from, to),
    blocks: reasons.reduce((sum, { n }) => sum + n, 0),
    reason: reasons[0]?.reason ?? 'UNKNOWN_BLOCK_REASON',
  }
}
