import { z } from 'zod'
import type { Customer } from '../../domain/messaging/model.ts'
import { phoneDigits } from '../../domain/messaging/recipient.ts'
import { usernameFault } from '../../domain/usernames.ts'
import { listing, operation, Success, success } from '../../graph/operation.ts'
import { addCustomer, unnameCustomer } from '../../network/add-customer.ts'
import { comeOnline, goOffline } from '../../network/come-online.ts'
import type { Read } from '../../store/read.ts'
import { refusal } from '../refuse.ts'
import { CustomerNode, CustomersNode, CustomerView, customerView, findCustomer } from './customer.ts'

/** Customers looked at in one go. */
const STEP = 1000

export const listCustomers = listing(
  {
    on: CustomersNode,
    of: CustomerNode,
    name: 'listCustomers',
    summary: 'Everybody with a phone, by phone number.',
    access: 'control',
    params: z.looseObject({}),
  },
  async ({ read }, { limit, after = '' }) => {
    const customers = await read.customers.all(after, limit + 1)
    const items = customers.slice(0, limit).map(item => ({ cursor: item.id, item }))
    return { items, more: customers.length > limit, earlier: false }
  },
)

export const createCustomer = operation({
  on: CustomersNode,
  method: 'POST',
  name: 'createCustomer',
  summary: 'Add a person with a phone.',
  access: 'control',
  params: z.looseObject({
    wa_id: z.string().describe('Phone number with country code, in any format.'),
    name: z.string().optional().describe('Name of the WhatsApp profile.'),
  }),
  returns: CustomerView,
}).run(async call => {
  const { wa_id: written, name } = call.params
  const wa_id = phoneDigits(written, '')
  if (wa_id === undefined) {
    throw refusal(`wa_id is "${written}", which is no phone number. Give one with its country code, like +16505551234.`)
  }
  const existing = await findCustomer(call.read, wa_id)
  if (existing) throw refusal(`There already is a customer with the number ${existing.id}: ${existing.name}.`)
  return customerView(addCustomer(call, { wa_id, ...(name ? { name } : {}) }))
})

export const changeCustomer = operation({
  on: CustomerNode,
  method: 'POST',
  name: 'changeCustomer',
  summary:
    'Change the name or username of a customer, whether the phone is reachable, or whether it tells what was read.',
  access: 'control',
  params: z.looseObject({
    name: z.string().min(1).optional(),
    username: z.string().optional().describe('Hides the phone number; an empty text takes it away.'),
    online: z.boolean().optional(),
    read_receipts: z.boolean().optional(),
  }),
  returns: CustomerView,
}).run(async call => {
  const { node: customer, params, read, stage, record, now } = call
  const { name = customer.name, read_receipts = customer.read_receipts, online = customer.online } = params
  const username = await newUsername(read, customer, params.username)
  const { username: before, ...rest } = customer
  const changed = { ...rest, ...(username === undefined ? {} : { username }), name, read_receipts }
  // Coming and going stage the whole record, the other changes included.
  if (online && !customer.online) return customerView(await comeOnline(call, changed))
  if (!online && customer.online) return customerView(goOffline(call, changed))
  if (name !== customer.name || read_receipts !== customer.read_receipts || username !== before) {
    stage.customers.change(changed)
    record({ type: 'customer.changed', at: now, customer_id: customer.id })
  }
  return customerView(changed)
})

export const removeCustomer = operation({
  on: CustomerNode,
  method: 'DELETE',
  name: 'removeCustomer',
  summary: 'Take a person out of the world. What was written stays in the log.',
  access: 'control',
  params: z.looseObject({}),
  returns: Success,
}).run(async ({ node: customer, stage, record, now }) => {
  stage.customers.remove(customer.id)
  unnameCustomer(stage, customer)
  record({ type: 'customer.removed', at: now, customer_id: customer.id })
  return success
})

/** Throws Refused for what is no username, or somebody else's. Without a change it is the one there was. */
async function newUsername(read: Read, customer: Customer, asked?: string): Promise<string | undefined> {
  if (asked === undefined) return customer.username
  const username = asked.replace(/^@/, '')
  if (username === '') return undefined
  const fault = usernameFault(username)
  if (fault) throw refusal(`"${username}" is no username: it ${fault}.`)
  for (let after = ''; ; ) {
    const step = await read.customers.all(after, STEP)
    const owner = step.find(one => one.username?.toLowerCase() === username.toLowerCase())
    if (owner && owner.id !== customer.id) throw refusal(`${owner.name} already has the username ${username}.`)
    if (step.length < STEP) return username
    after = step.at(-1)!.id
  }
}
