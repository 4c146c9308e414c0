import { z } from 'zod'
import type { Schedule } from '../../domain/accounts/model.ts'
import { scheduleStatus } from '../../domain/accounts/schedule.ts'
import type { Stored } from '../../domain/stored.ts'
import { node } from '../../graph/node.ts'

const isoTime = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`

/** NOTE: known from the OpenAPI document only. */
export const ScheduleNode = node<Stored<Schedule>>({
  name: 'WhatsAppBusinessSchedule',
  summary: 'A time table of an account.',
  access: ['whatsapp_business_management'],
  load: (read, id) => read.schedules.find(id),
  owner: schedule => ({ account_id: schedule.account_id }),
  fields: {
    id: { schema: z.string(), byDefault: true, read: schedule => schedule.id },
    name: { schema: z.string(), byDefault: true, read: schedule => schedule.name },
    status: { schema: z.string(), byDefault: true, read: (schedule, { now }) => scheduleStatus(schedule, now) },
    schedule_type: { schema: z.string(), byDefault: true, read: schedule => schedule.schedule_type },
    description: { schema: z.string(), byDefault: true, read: schedule => schedule.description },
    start_time: { schema: z.string(), byDefault: true, read: schedule => schedule.start_time },
    end_time: { schema: z.string(), byDefault: true, read: schedule => schedule.end_time },
    timezone: { schema: z.string(), byDefault: true, read: schedule => schedule.timezone },
    days_of_week: { schema: z.array(z.string()), byDefault: true, read: schedule => schedule.days_of_week },
    created_time: { schema: z.string(), byDefault: true, read: schedule => isoTime(schedule.created_at) },
    updated_time: { schema: z.string(), byDefault: true, read: schedule => isoTime(schedule.updated_at) },
    is_active: { schema: z.boolean(), byDefault: true, read: schedule => schedule.is_active },
    recurrence_pattern: {
      schema: z.looseObject({}),
      byDefault: true,
      read: schedule => schedule.recurrence_pattern,
    },
  },
})
