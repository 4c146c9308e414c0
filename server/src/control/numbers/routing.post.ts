import { z } from 'zod'
import { PhoneNumberNode } from '../../api/phone-number/node.ts'
import { THREAD_ROLES } from '../../domain/messaging/thread.ts'
import { operation } from '../../graph/operation.ts'
import { refusal } from '../refuse.ts'

const Responders = z.array(z.object({ app_id: z.string(), role: z.enum(THREAD_ROLES) }))

export const setRouting = operation({
  on: PhoneNumberNode,
  edge: 'routing',
  method: 'POST',
  name: 'setRouting',
  summary: 'Let several apps share a number: each thread has one owner. An empty list ends it.',
  access: 'control',
  params: z.looseObject({ apps: Responders.describe('One app for each role.') }),
  returns: z.object({ id: z.string(), apps: Responders }),
}).run(async ({ node: number, params: { apps }, read, stage, record, now }) => {
  if (new Set(apps.map(one => one.role)).size < apps.length) throw refusal('Each role is for one app.')
  if (new Set(apps.map(one => one.app_id)).size < apps.length) throw refusal('Each app has one role.')
  for (const { app_id } of apps) {
    if (!(await read.apps.find(app_id)))
      throw refusal(`There is no app ${app_id}. GET /control/apps lists those that are there.`)
  }
  const { routing: _, ...rest } = number
  stage.numbers.change(apps.length > 0 ? { ...rest, routing: apps } : rest)
  record({ type: 'number.changed', at: now, phone_number_id: number.id })
  return { id: number.id, apps }
})
