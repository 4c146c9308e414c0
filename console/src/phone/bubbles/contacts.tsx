import { useState } from 'react'
import type { Contact } from '../../api/messages.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Meta } from '../meta.tsx'
import { BubbleButton, BubbleButtons } from './bubble-button.tsx'
import type { BodyProps } from './index.ts'

export function ContactsBody({ message }: BodyProps<'contacts'>) {
  const [open, setOpen] = useState(false)
  const contacts = message.content
  const first = contacts[0]
  const more = contacts.length - 1
  return (
    <div className="w-72 max-w-full">
      <div className="flex items-center gap-3 px-1.5 pt-1">
        <Avatar name={first?.name.formatted_name ?? '?'} />
        <div className="min-w-0">
          <p className="truncate font-semibold">{first?.name.formatted_name}</p>
          <p className="truncate text-soft text-sm">
            {more > 0 ? `and ${more} more` : (first?.phones?.[0]?.phone ?? first?.org?.company)}
          </p>
        </div>
      </div>
      <div className="flow-root px-1.5">
        <Meta message={message} />
      </div>
      <BubbleButtons>
        <BubbleButton icon="person" onPress={() => setOpen(true)}>
          {more > 0 ? 'View all' : 'View contact'}
        </BubbleButton>
      </BubbleButtons>
      {open && (
        <Dialog title={more > 0 ? `${contacts.length} contacts` : 'Contact'} onClose={() => setOpen(false)}>
          <ul className="flex flex-col gap-6">
            {contacts.map(contact => (
              <ContactDetails key={contact.name.formatted_name} contact={contact} />
            ))}
          </ul>
        </Dialog>
      )}
    </div>
  )
}

function ContactDetails({ contact }: { contact: Contact }) {
  const { name, org, phones, emails, urls, addresses, birthday } = contact
  const lines = [
    ...(phones ?? []).map(({ phone, type, wa_id }) => [label('Phone', type), phone ?? (wa_id && `+${wa_id}`)]),
    ...(emails ?? []).map(({ email, type }) => [label('E-mail', type), email]),
    ...(urls ?? []).map(({ url, type }) => [label('Web', type), url]),
    ...(addresses ?? []).map(({ type, street, zip, city, state, country }) => [
      label('Address', type),
      [street, [zip, city].filter(Boolean).join(' '), state, country].filter(Boolean).join(', '),
    ]),
    ['Birthday', birthday],
  ].filter(([, value]) => value)
  return (
    <li>
      <div className="mb-3 flex items-center gap-3">
        <Avatar name={name.formatted_name} />
        <div>
          <p className="font-semibold">{name.formatted_name}</p>
          <p className="text-soft text-sm">{[org?.title, org?.department, org?.company].filter(Boolean).join(', ')}</p>
        </div>
      </div>
      <dl className="flex flex-col gap-2 pl-14">
        {lines.map(([kind, value]) => (
          <div key={`${kind}${value}`}>
            <dt className="text-soft text-xs">{kind}</dt>
            <dd className="select-text [overflow-wrap:anywhere]">{value}</dd>
          </div>
        ))}
      </dl>
    </li>
  )
}

const label = (what: string, type: string | undefined) => (type ? `${what} · ${type.toLowerCase()}` : what)
