import { z } from 'zod'
import { PhoneNumberNode } from '../../api/phone-number/node.ts'
import { giveUsernameBack, takeUsername } from '../../api/phone-number/username.ts'
import { operation } from '../../graph/operation.ts'

export const changeUsernameInApp = operation({
  on: PhoneNumberNode,
  edge: 'username_in_app',
  method: 'POST',
  name: 'changeUsernameInApp',
  summary: 'Change or delete the username of a number as the WhatsApp Business app does; told by webhook.',
  access: 'control',
  params: z.looseObject({ username: z.string().describe('Empty deletes it.') }),
  returns: z.object({ id: z.string(), username: z.string().optional() }),
}).run(async ({ node: number, params, read, stage, record, now }) => {
  const { id, account_id } = number
  const scene = { at: now, account_id, phone_number_id: id }
  if (params.username === '') {
    const { username, ...rest } = number
    if (username === undefined) return { id }
    giveUsernameBack(stage, username)
    stage.numbers.change(rest)
    record({ type: 'number.username_changed', ...scene })
    return { id }
  }
  const changed = { ...number }
  await takeUsername(read, stage, changed, params.username, 'none')
  stage.numbers.change(changed)
  record({ type: 'number.username_changed', ...scene, username: params.username })
  return { id, username: params.username }
})
