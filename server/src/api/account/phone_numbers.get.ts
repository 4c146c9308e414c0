import { listing, NoParams } from '../../graph/operation.ts'
import { pageOf } from '../../store/records.ts'
import { PhoneNumberNode } from '../phone-number/node.ts'
import { AccountNode } from './node.ts'

export const listPhoneNumbers = listing(
  {
    on: AccountNode,
    edge: 'phone_numbers',
    of: PhoneNumberNode,
    name: 'listPhoneNumbers',
    summary: 'Numbers of the account, the one that came last first.',
    docs: 'business-phone-numbers/phone-numbers',
    access: ['whatsapp_business_management', 'whatsapp_business_messaging'],
    params: NoParams,
  },
  async ({ node, read }, page) => {
    const numbers = await read.numbers.ofAccount(node.id)
    numbers.sort((a, b) => b.last_onboarded_at - a.last_onboarded_at)
    return pageOf(
      numbers,
      number => number.id,
      page,
      number => number.last_onboarded_at,
    )
  },
)
