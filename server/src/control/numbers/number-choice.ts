import { z } from 'zod'
import type { Customer } from '../../domain/messaging/model.ts'
import type { PhoneNumber } from '../../domain/numbers/model.ts'
import type { Stored } from '../../domain/stored.ts'
import type { Read } from '../../store/read.ts'
import { refusal } from '../refuse.ts'

/** Which of the businesses' numbers a customer deals with. */
export const PhoneNumberChoice = z.looseObject({
  phone_number_id: z
    .string()
    .optional()
    .describe("The business's number, by id or by its digits; the one last chatted with when left out."),
})

/** The number that is named, else the one the customer last had to do with, else the first of the world. */
export async function chosenNumber(read: Read, customer: Customer, named?: string): Promise<Stored<PhoneNumber>> {
  if (named) return numberNamed(read, named)
  const [latest] = await read.conversations.ofCustomer(customer.id)
  const last = latest && (await read.numbers.find(latest.phone_number_id))
  return last ?? numberNamed(read)
}

/** The number with this id or these digits; the first of the world when left out. Throws Refused when there is none. */
export async function numberNamed(read: Read, named?: string): Promise<Stored<PhoneNumber>> {
  const numbers = await read.numbers.all()
  const digits = named?.replace(/\D/g, '')
  const number = named
    ? (numbers.find(({ id }) => id === named) ?? numbers.find(one => one.digits === digits))
    : numbers[0]
  if (number) return number
  throw refusal(
    named
      ? `There is no business number ${named}. There are: ${listed(numbers)}.`
      : 'There is no business number in this world. Add one to the world file and reset the world.',
  )
}

const listed = (numbers: PhoneNumber[]): string =>
  numbers
    .map(({ id, display_phone_number, verified_name }) => `${id} (${verified_name}, ${display_phone_number})`)
    .join(', ')

/** Throws Refused where a phone could not send either. */
export function checkCanWrite(customer: Customer, number: PhoneNumber): void {
  if (!customer.online) {
    throw refusal(`The phone of ${customer.name} is offline and cannot send. Bring it online first.`)
  }
  if (customer.blocked.includes(number.id)) {
    throw refusal(`${customer.name} has blocked ${number.verified_name}. Unblock the business to write to it.`)
  }
  if (number.registered_at === undefined) {
    throw refusal(
      `${number.display_phone_number} is not registered on WhatsApp, so nobody can write to it. ` +
        `Register it with POST /${number.id}/register.`,
    )
  }
}
