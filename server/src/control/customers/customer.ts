import { z } from 'zod'
import type { Customer } from '../../domain/messaging/model.ts'
import { phoneDigits } from '../../domain/messaging/recipient.ts'
import { waIdVariants } from '../../domain/messaging/wa-id.ts'
import type { Stored } from '../../domain/stored.ts'
import { node } from '../../graph/node.ts'
import type { Read } from '../../store/read.ts'

/** A customer as the control API shows it. */
export const CustomerView = z.object({
  wa_id: z.string().describe('Digits of the phone number.'),
  name: z.string(),
  user_id: z.string().describe('Business-scoped user id.'),
  parent_user_id: z.string().optional().describe('The one that enrolled portfolios share.'),
  username: z.string().optional(),
  identity_key_hash: z.string().optional().describe('Of the current phone.'),
  online: z.boolean(),
  read_receipts: z.boolean(),
  blocked: z.array(z.string()).describe('Ids of the numbers that this person has blocked.'),
  marketing_stopped: z.array(z.string()).describe('Ids of the numbers whose marketing this person has stopped.'),
  created_at: z.number().describe('Unix milliseconds.'),
})

export const customerView = (customer: Customer): z.output<typeof CustomerView> => {
  const { id: wa_id, name, user_id, online, read_receipts, blocked, created_at } = customer
  const { parent_user_id, username, identity_key_hash, marketing_stopped = [] } = customer
  return {
    wa_id,
    name,
    user_id,
    ...(parent_user_id ? { parent_user_id } : {}),
    ...(username ? { username } : {}),
    ...(identity_key_hash ? { identity_key_hash } : {}),
    online,
    read_receipts,
    blocked,
    marketing_stopped,
    created_at,
  }
}

/** Finds a customer by a phone number as people write it, in either of the two forms that some countries have. */
export async function findCustomer(read: Read, phone: string): Promise<Stored<Customer> | undefined> {
  const digits = phoneDigits(phone, '') ?? phone
  for (const variant of waIdVariants(digits)) {
    const customer = await read.customers.find(variant)
    if (customer) return customer
  }
  return undefined
}

const { shape } = CustomerView

/** NOTE: the name is not the kind that leads from user ids to customers, so that no Graph call can read this. */
export const CustomerNode = node<Stored<Customer>>({
  name: 'WhatsAppCustomer',
  summary: 'A person with a phone.',
  collection: 'customers',
  access: 'control',
  load: findCustomer,
  fields: {
    wa_id: { schema: shape.wa_id, byDefault: true, read: customer => customer.id },
    name: { schema: shape.name, byDefault: true, read: customer => customer.name },
    user_id: { schema: shape.user_id, byDefault: true, read: customer => customer.user_id },
    parent_user_id: {
      schema: shape.parent_user_id,
      byDefault: true,
      read: customer => customer.parent_user_id,
    },
    username: { schema: shape.username, byDefault: true, read: customer => customer.username },
    identity_key_hash: {
      schema: shape.identity_key_hash,
      byDefault: true,
      read: customer => customer.identity_key_hash,
    },
    online: { schema: shape.online, byDefault: true, read: customer => customer.online },
    read_receipts: { schema: shape.read_receipts, byDefault: true, read: customer => customer.read_receipts },
    blocked: { schema: shape.blocked, byDefault: true, read: customer => customer.blocked },
    marketing_stopped: {
      schema: shape.marketing_stopped,
      byDefault: true,
      read: customer => customer.marketing_stopped ?? [],
    },
    created_at: { schema: shape.created_at, byDefault: true, read: customer => customer.created_at },
  },
})

export const CustomersNode = node<object>({
  name: 'WhatsAppCustomers',
  summary: 'Everybody with a phone in this world.',
  singleton: 'customers',
  access: 'control',
  load: async () => ({}),
  fields: {},
})
