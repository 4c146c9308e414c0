import { type FormEvent, useState } from 'react'
import type { Contact } from '../api/messages.ts'
import { useCustomers } from '../api/queries.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { readableNumber } from '../util/phone-number.ts'
import { useChat } from './chat-context.ts'
import { usePhone } from './phone-context.ts'

/** A contact card: another customer of this world, or anyone. */
export function ContactSheet({ onClose }: { onClose: () => void }) {
  const { send } = useChat()
  const { customer } = usePhone()
  const others = useCustomers().data?.filter(other => other.wa_id !== customer.wa_id) ?? []
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const [email, setEmail] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send({ contacts: [card(name.trim(), phone.trim(), email.trim())] })
    onClose()
  }
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
                onClick={() => {
                  setName(other.name)
                  setPhone(readableNumber(other.wa_id))
                }}
              >
                {other.name || readableNumber(other.wa_id)}
              </Button>
            ))}
          </div>
        )}
        <Field label="Name" value={name} onChange={event => setName(event.target.value)} required />
        <Field
          label="Phone number"
          type="tel"
          value={phone}
          onChange={event => setPhone(event.target.value)}
          required
        />
        <Field
          label="E-mail"
          type="email"
          placeholder="Optional"
          value={email}
          onChange={event => setEmail(event.target.value)}
        />
        <Button type="submit" look="solid" icon="send" className="mt-1 self-end">
          Send
        </Button>
      </form>
    </Dialog>
  )
}

function card(name: string, phone: string, email: string): Contact {
  const [first, ...rest] = name.split(/\s+/)
  return {
    name: { formatted_name: name, first_name: first, ...(rest.length && { last_name: rest.join(' ') }) },
    phones: [{ phone, type: 'CELL', wa_id: phone.replace(/\D/g, '') }],
    ...(email && { emails: [{ email, type: 'HOME' }] }),
  }
}
