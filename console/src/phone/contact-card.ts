import type { Contact } from '../api/messages.ts'

export type CardField =
  | 'name'
  | 'phone'
  | 'email'
  | 'company'
  | 'department'
  | 'title'
  | 'url'
  | 'birthday'
  | 'street'
  | 'city'
  | 'state'
  | 'zip'
  | 'country'

/** What was typed in; what was left empty is not on the card. */
export type CardFields = { [field in CardField]?: string }

export function contactCard(fields: CardFields): Contact {
  const { name = '', phone, email, url, birthday, ...rest } = trimmed(fields)
  const [first, ...last] = name.split(/\s+/)
  const org = pick(rest, ['company', 'department', 'title'])
  const address = pick(rest, ['street', 'city', 'state', 'zip', 'country'])
  return {
    name: { formatted_name: name, first_name: first, ...(last.length && { last_name: last.join(' ') }) },
    ...(phone && { phones: [{ phone, type: 'CELL', wa_id: phone.replace(/\D/g, '') }] }),
    ...(email && { emails: [{ email, type: 'HOME' }] }),
    ...(url && { urls: [{ url, type: 'WORK' }] }),
    ...(birthday && { birthday }),
    ...(org && { org }),
    ...(address && { addresses: [{ ...address, type: 'HOME' }] }),
  }
}

const trimmed = (fields: CardFields): CardFields =>
  Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])))

function pick(fields: CardFields, names: readonly CardField[]): CardFields | undefined {
  const given = names.filter(name => fields[name] !== undefined)
  return given.length > 0 ? Object.fromEntries(given.map(name => [name, fields[name]])) : undefined
}
