import { z } from 'zod'
import type { Schedule } from '../../domain/accounts/model.ts'
import {
  DAYS,
  FREQUENCIES,
  MAX_SCHEDULE_DESCRIPTION,
  MAX_SCHEDULE_NAME,
  SCHEDULE_TYPES,
  scheduleChecks,
} from '../../domain/accounts/schedule.ts'
import { InvalidParameter, ScheduleNameTaken, ScheduleTimezoneInvalid } from '../../domain/catalogue.ts'
import { firstRefusal } from '../../domain/messaging/check.ts'
import { Refused } from '../../domain/refusals.ts'
import { operation } from '../../graph/operation.ts'
import { actorOf } from '../business/own.ts'
import { AccountNode } from './node.ts'

const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/)

export const createSchedule = operation({
  on: AccountNode,
  edge: 'schedules',
  method: 'POST',
  name: 'createSchedule',
  summary: 'Add a time table to the account.',
  access: ['whatsapp_business_management'],
  params: z.looseObject({
    name: z.string().min(1).max(MAX_SCHEDULE_NAME),
    schedule_type: z.enum(SCHEDULE_TYPES),
    start_time: Time,
    end_time: Time.describe('Before start_time, it is on the day after.'),
    description: z.string().max(MAX_SCHEDULE_DESCRIPTION).optional(),
    timezone: z.string().optional().describe('UTC when left out.'),
    days_of_week: z.array(z.enum(DAYS)).optional(),
    is_active: z.boolean().optional(),
    recurrence_pattern: z
      .object({
        frequency: z.enum(FREQUENCIES).optional(),
        interval: z.int().min(1).optional(),
        end_date: z.iso.date().optional(),
      })
      .optional(),
  }),
  returns: z.object({ id: z.string() }),
  refusals: [InvalidParameter(), ScheduleTimezoneInvalid, ScheduleNameTaken],
}).run(async ({ node: account, params, caller, read, stage, ids, now, record }) => {
  const { name, schedule_type, start_time, end_time, timezone = 'UTC', is_active = true } = params
  const { description, days_of_week, recurrence_pattern } = params
  const names = (await read.schedules.ofAccount(account.id)).map(schedule => schedule.name)
  const refusal = firstRefusal(scheduleChecks, { name, start_time, end_time, timezone }, { names }, now)
  if (refusal) throw new Refused(refusal)
  const schedule = {
    id: ids.node(),
    account_id: account.id,
    name,
    schedule_type,
    ...(description === undefined ? {} : { description }),
    start_time,
    end_time,
    timezone,
    ...(days_of_week ? { days_of_week } : {}),
    is_active,
    ...(recurrence_pattern ? { recurrence_pattern } : {}),
    created_at: now,
    updated_at: now,
  } as Schedule
  stage.node(schedule.id, 'WhatsAppBusinessSchedule', account.id)
  stage.schedules.add(schedule)
  record({
    type: 'account.schedule_created',
    at: now,
    account_id: account.id,
    schedule_id: schedule.id,
    name,
    ...actorOf(caller),
  })
  return { id: schedule.id }
})
