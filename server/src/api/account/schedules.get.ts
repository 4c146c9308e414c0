import { z } from 'zod'
import type { Schedule } from '../../domain/accounts/model.ts'
import { scheduleStatus } from '../../domain/accounts/schedule.ts'
import { listing } from '../../graph/operation.ts'
import { pageOf } from '../../store/records.ts'
import { ScheduleNode } from '../schedule/node.ts'
import { AccountNode } from './node.ts'

const Filter = z.object({
  field: z.enum(['status', 'schedule_type', 'is_active']),
  operator: z.enum(['EQUAL', 'NOT_EQUAL', 'IN']),
  value: z.union([z.array(z.string()), z.string(), z.boolean()]),
})
const SORTS = ['created_time.asc', 'created_time.desc', 'updated_time.asc', 'updated_time.desc'] as const

export const listSchedules = listing(
  {
    on: AccountNode,
    edge: 'schedules',
    of: ScheduleNode,
    name: 'listSchedules',
    summary: 'Time tables of the account, the newest first.',
    access: ['whatsapp_business_management'],
    params: z.looseObject({ filtering: z.array(Filter).optional(), sort: z.enum(SORTS).optional() }),
  },
  async ({ node: account, params, read, now }, page) => {
    const { filtering = [], sort = 'created_time.desc' } = params
    const found = (await read.schedules.ofAccount(account.id)).filter(schedule =>
      filtering.every(filter => fits(schedule, filter, now)),
    )
    const at = sort.startsWith('created') ? ('created_at' as const) : ('updated_at' as const)
    const direction = sort.endsWith('asc') ? 1 : -1
    found.sort((a, b) => direction * (a[at] - b[at] || Number(a.id) - Number(b.id)))
    return pageOf(found, schedule => schedule.id, page)
  },
)

function fits(schedule: Schedule, { field, operator, value }: z.output<typeof Filter>, now: number): boolean {
  const actual = field === 'status' ? scheduleStatus(schedule, now) : String(schedule[field])
  const wanted = (Array.isArray(value) ? value : [value]).map(String)
  return wanted.includes(actual) === (operator !== 'NOT_EQUAL')
}
