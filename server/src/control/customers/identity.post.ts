import { z } from 'zod'
import { phoneDigits } from '../../domain/messaging/recipient.ts'
import { operation } from '../../graph/operation.ts'
import { changeNumber } from '../../network/change-number.ts'
import { changePhone } from '../../network/change-phone.ts'
import { refusal } from '../refuse.ts'
import { CustomerNode, CustomerView, customerView, findCustomer } from './customer.ts'

const contract = { on: CustomerNode, method: 'POST' as const, access: 'control' as const, returns: CustomerView }

export const changeCustomerNumber = operation({
  ...contract,
  edge: 'number',
  name: 'changeCustomerNumber',
  summary: 'The customer moves to another phone number, with all chats; each business that they wrote with is told.',
  params: z.looseObject({ wa_id: z.string().describe('The new number with country code, in any format.') }),
}).run(async call => {
  const { node: customer, params, read } = call
  const wa_id = phoneDigits(params.wa_id, '')
  if (wa_id === undefined) {
    throw refusal(
      `wa_id is "${params.wa_id}", which is no phone number. Give one with its country code, like +16505551234.`,
    )
  }
  const owner = await findCustomer(read, wa_id)
  if (owner) throw refusal(`${owner.id} is the number of ${owner.name}. Give one that nobody has.`)
  return customerView(await changeNumber(call, customer, wa_id))
})

export const changeCustomerPhone = operation({
  ...contract,
  edge: 'new_phone',
  name: 'changeCustomerPhone',
  summary: 'The customer gets a new phone, or installs WhatsApp anew: the key of the identity is another one.',
  params: z.looseObject({}),
}).run(async call => customerView(await changePhone(call, call.node)))
