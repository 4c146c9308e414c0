import type { ContactCard } from './content/basic.ts'

/** A card of an address book as a vCard 3.0 (RFC 2426), lines ended as it asks. */
export function vcard({ name, phones = [], emails = [], urls = [], org, birthday }: Card): string {
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `N:${[name.last_name, name.first_name, name.middle_name, name.prefix, name.suffix].map(escaped).join(';')}`,
    `FN:${escaped(name.formatted_name)}`,
    ...(org
      ? [
          `ORG:${[org.company, org.department]
            .filter(part => part !== undefined)
            .map(escaped)
            .join(';')}`,
        ]
      : []),
    ...(org?.title ? [`TITLE:${escaped(org.title)}`] : []),
    ...(birthday ? [`BDAY:${escaped(birthday)}`] : []),
    ...phones.map(({ phone, type, wa_id }) => {
      const waid = wa_id === undefined ? '' : `;waid=${parameter(wa_id)}`
      return `TEL${typed(type)}${waid}:${escaped(phone)}`
    }),
    ...emails.map(({ email, type }) => `EMAIL${typed(type)}:${escaped(email)}`),
    ...urls.map(({ url, type }) => `URL${typed(type)}:${escaped(url)}`),
    'END:VCARD',
  ]
  return lines.join('\r\n')
}

/** The members of a card that a vCard here has; anything may be missing. */
type Card = { [K in keyof ContactCard]: ContactCard[K] | undefined } & { name: ContactCard['name'] }

const typed = (type: string | undefined): string => (type ? `;type=${parameter(type).toUpperCase()}` : '')

/** Parameters end at these. */
const parameter = (text: string): string => text.replace(/[;:,"\r\n]/g, '')

const escaped = (text = ''): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n')
