import { type FormEvent, useState } from 'react'
import { useCustomers } from '../api/queries.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { readableNumber } from '../util/phone-number.ts'
import { useChat } from './chat-context.ts'
import { type CardField, type CardFields, contactCard } from './contact-card.ts'
import { usePhone } from './phone-context.ts'

const MORE: { name: CardField; label: string; type?: string }[] = [
  { name: 'company', label: 'Company' },
  { name: 'department', label: 'Department' },
  { name: 'title', label: 'Job title' },
  { name: 'url', label: 'Web page', type: 'url' },
  { name: 'birthday', label: 'Birthday', type: 'date' },
  { name: 'street', label: 'Street' },
  { name: 'city', label: 'City' },
  { name: 'state', label: 'State' },
  { name: 'zip', label: 'Postal code' },
  { name: 'country', label: 'Country' },
]

/** A contact card: another customer of this world, or anyone. */
export function ContactSheet({ onClose }: { onClose: () => void }) {
  const { send } = useChat()
  const { customer } = usePhone()
  const others = useCustomers().data?.filter(other => other.wa_id !== customer.wa_id) ?? []
  const [fields, setFields] = useState<CardFields>({})
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send({ contacts: [contactCard(fields)] })
    onClose()
  }
  const bound = (name: CardField) => ({
    value: fields[name] ?? '',
    onChange: (event: { target: { value: string } }) => setFields({ ...fields, [name]: event.target.value }),
  })
  return (
    <Dialog title="Share a contact" onClose={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-3">
        {others.length > 0 && (
          <div className="no-scrollbar -mx-5 flex gap-1.5 overflow-x-auto px-5">
            {others.map(other => (
              <Button
                key={other.wa_id}
                className="shrink-0 text-sm"
                icon="person"
                onClick={() => setFields({ ...fields, name: other.name, phone: readableNumber(other.wa_id) })}
              >
                {other.name || readableNumber(other.wa_id)}
              </Button>
            ))}
          </div>
        )}
        <Field label="Name" required {...bound('name')} />
        <Field label="Phone number" type="tel" required {...bound('phone')} />
        <Field label="E-mail" type="email" placeholder="Optional" {...bound('email')} />
        <details>
          <summary className="w-fit cursor-pointer rounded-lg py-1 font-medium text-accent">More</summary>
          <div className="flex flex-col gap-3 pt-2">
            {MORE.map(({ name, label, type }) => (
              <Field key={name} label={label} type={type} placeholder="Optional" {...bound(name)} />
            ))}
          </div>
        </details>
        <Button type="submit" look="solid" icon="send" className="mt-1 self-end">
          Send
        </Button>
      </form>
    </Dialog>
  )
}
