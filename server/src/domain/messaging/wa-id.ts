/**
 * Countries whose mobile numbers exist with and without an extra digit. WhatsApp ids keep whichever form the account
 * was made with, so the `wa_id` of an answer may differ from the number that was written to.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages
 */
interface Variant {
  country: string
  /** The form with the extra digit; its parts in parentheses are what both forms share. */
  long: RegExp
  short: RegExp
  extra: string
}

const VARIANTS: readonly Variant[] = [
  // Nine-digit mobile numbers begin with 9; the ninth digit came area by area until 2016.
  { country: 'BR', long: /^(55\d{2})9([6-9]\d{7})$/, short: /^(55\d{2})([6-9]\d{7})$/, extra: '9' },
  // 1 marked a mobile number until 2019.
  { country: 'MX', long: /^(52)1(\d{10})$/, short: /^(52)(\d{10})$/, extra: '1' },
  // 9 marks a mobile number that is called from abroad.
  { country: 'AR', long: /^(54)9(\d{10})$/, short: /^(54)(\d{10})$/, extra: '9' },
]

/** Every WhatsApp id that may stand for these digits, the digits themselves first. */
export function waIdVariants(digits: string): string[] {
  for (const { long, short, extra } of VARIANTS) {
    const longer = long.exec(digits)
    if (longer) return [digits, `${longer[1]}${longer[2]}`]
    const shorter = short.exec(digits)
    if (shorter) return [digits, `${shorter[1]}${extra}${shorter[2]}`]
  }
  return [digits]
}

/** Whether two WhatsApp ids stand for the same phone. */
export const samePhone = (a: string, b: string): boolean => a === b || waIdVariants(a).includes(b)
