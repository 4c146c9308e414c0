import { z } from 'zod'
import { numberBarred } from '../../domain/accounts/barred.ts'
import type { Account } from '../../domain/accounts/model.ts'
import {
  CannotMigrate,
  InvalidParameter,
  NumberAlreadyYours,
  NumberInUse,
  NumberLimitReached,
  ParameterRequired,
  PolicyBlocked,
} from '../../domain/catalogue.ts'
import {
  type AddFacts,
  addedDigits,
  addRefusal,
  migrationRefusal,
  migrationSource,
  numberLimit,
  restsUntil,
} from '../../domain/numbers/add.ts'
import { MAX_DISPLAY_NAME, MIN_DISPLAY_NAME } from '../../domain/numbers/display-name.ts'
import { isGone } from '../../domain/numbers/life.ts'
import type { PhoneNumber } from '../../domain/numbers/model.ts'
import { newNumber } from '../../domain/numbers/new-number.ts'
import { Refused } from '../../domain/refusals.ts'
import { operation } from '../../graph/operation.ts'
import type { Read } from '../../store/read.ts'
import { reviewNameLater } from '../../store/review-later.ts'
import { expireVerificationLater } from '../phone-number/verification.ts'
import { claimPreverified } from '../preverified-number/claim.ts'
import { AccountNode } from './node.ts'

export const addPhoneNumber = operation({
  on: AccountNode,
  edge: 'phone_numbers',
  method: 'POST',
  name: 'addPhoneNumber',
  summary: 'Add a number to the account. It has to be verified with a code, then registered.',
  docs: 'solution-providers/registering-phone-numbers',
  access: ['whatsapp_business_management'],
  params: z.looseObject({
    cc: z.string().optional().describe('Country code, without +.'),
    country_code: z.string().optional().describe('The same; newer clients call it so.'),
    phone_number: z.string().describe('With or without its country code.'),
    verified_name: z
      .string()
      .min(MIN_DISPLAY_NAME)
      .max(MAX_DISPLAY_NAME)
      .optional()
      .describe('The display name. A number that moves keeps its own.'),
    migrate_phone_number: z.boolean().optional().describe('The number moves here from another account.'),
    preverified_id: z.string().optional().describe('A number that a partner has verified already.'),
  }),
  returns: z.object({ id: z.string() }),
  refusals: [
    InvalidParameter(),
    NumberAlreadyYours,
    NumberInUse,
    CannotMigrate(''),
    NumberLimitReached(0),
    PolicyBlocked,
  ],
}).run(async call => {
  const { node: account, params, read, stage, ids, now, record } = call
  const barred = numberBarred(account, now)
  if (barred) throw new Refused(barred)
  const digits = addedDigits(params.phone_number, params.cc ?? params.country_code)
  const facts = await addFacts(read, account, digits, params.migrate_phone_number === true)
  const refusal = addRefusal(facts)
  if (refusal || digits === undefined) throw new Refused(refusal ?? InvalidParameter())
  const source = migrationSource(facts)
  if (source) await checkMigration(read, account, source)
  const { preverified_id, verified_name = source?.verified_name } = params
  if (verified_name === undefined) throw new Refused(ParameterRequired('verified_name'))
  if (preverified_id !== undefined) await claimPreverified(call, preverified_id, digits)
  const number = newNumber(
    {
      id: ids.node(),
      profile_id: ids.node(),
      account_id: account.id,
      digits,
      verified_name,
      preverified: preverified_id !== undefined,
      source,
      rests_until: restsUntil(digits, facts.numbers),
    },
    now,
  )
  stage.node(number.id, 'WhatsAppBusinessPhoneNumber', account.id)
  stage.node(number.profile_id!, 'WhatsAppBusinessProfile', number.id)
  stage.numbers.add(number)
  if (number.name_status === 'PENDING_REVIEW') reviewNameLater(call, number.id)
  if (number.preverified) expireVerificationLater(call, number, 'preverified')
  record({ type: 'number.added', at: now, account_id: account.id, phone_number_id: number.id })
  return { id: number.id }
})

async function addFacts(read: Read, account: Account, digits: string | undefined, migrate: boolean): Promise<AddFacts> {
  const numbers = await read.numbers.ever()
  const business = await read.businesses.find(account.business_id)
  const accounts = new Set((await read.accounts.ofBusiness(account.business_id)).map(({ id }) => id))
  const count = numbers.filter(one => accounts.has(one.account_id) && !isGone(one)).length
  return { digits, account_id: account.id, migrate, count, limit: business ? numberLimit(business) : 0, numbers }
}

async function checkMigration(read: Read, to: Account, source: PhoneNumber): Promise<void> {
  const from_business = (await read.accounts.find(source.account_id))?.business_id
  const subscribed = (await read.subscribedApps.ofAccount(to.id)).length > 0
  const refusal = migrationRefusal({ source, from_business, to, subscribed })
  if (refusal) throw new Refused(refusal)
}
