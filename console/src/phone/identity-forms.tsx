import { type FormEvent, type ReactNode, useState } from 'react'
import { type Customer, control } from '../api/control.ts'
import { keys, queryClient, useChange } from '../api/queries.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { useToast } from '../ui/toast.tsx'
import { readableNumber } from '../util/phone-number.ts'
import { usePhone } from './phone-context.ts'
import { go, useRoute } from './route.ts'

/** A username, which hides the phone number from businesses that do not know it. */
export function UsernameForm({ onDone }: { onDone: () => void }) {
  const { customer } = usePhone()
  const toast = useToast()
  const [username, setUsername] = useState(customer.username ?? '')
  const update = useChange(
    () => control.updateCustomer(customer.wa_id, { username: username.trim() }),
    () => [keys.customers],
  )
  return (
    <Line
      onSubmit={() => update.mutate(undefined, { onSuccess: onDone, onError: toast.fail })}
      action="Save"
      disabled={username.trim() === (customer.username ?? '')}
    >
      <Field
        label="Username"
        placeholder="None"
        hint="Businesses that do not know the number no longer get it."
        value={username}
        onChange={event => setUsername(event.target.value)}
      />
    </Line>
  )
}

/** Another number, or another phone with the same one. */
export function NewNumberForm({ onDone }: { onDone: () => void }) {
  const { customer } = usePhone()
  const toast = useToast()
  const route = useRoute()
  const [number, setNumber] = useState('')
  const renew = useChange(
    () => control.changePhone(customer.wa_id),
    () => [keys.customers, keys.chats(customer.wa_id)],
  )
  /** The list knows the new number before the address does, or the page would think that this phone is gone. */
  const moved = (now: Customer) => {
    const { wa_id } = now
    queryClient.setQueryData<Customer[]>(keys.customers, all =>
      all?.map(one => (one.wa_id === customer.wa_id ? now : one)),
    )
    go({ ...route, customer: wa_id }, 'replace')
    toast.say(`The chats moved to ${readableNumber(wa_id)}. The businesses were told.`)
  }
  return (
    <div className="mt-3 border-line border-t pt-4">
      <Line
        onSubmit={() => control.changeNumber(customer.wa_id, number.trim()).then(moved, toast.fail)}
        action="Move"
        disabled={!number.trim()}
      >
        <Field
          label="New phone number"
          type="tel"
          placeholder={readableNumber(customer.wa_id)}
          hint="The chats come along, and the businesses are told."
          value={number}
          onChange={event => setNumber(event.target.value)}
        />
      </Line>
      <Button
        icon="phone"
        className="mt-1"
        onClick={() =>
          renew.mutate(undefined, {
            onSuccess: () => {
              onDone()
              toast.say('This is a new phone now. Businesses that check identities were told.')
            },
            onError: toast.fail,
          })
        }
      >
        Change to a new phone
      </Button>
    </div>
  )
}

interface LineProps {
  onSubmit: () => void
  action: string
  disabled: boolean
  children: ReactNode
}

function Line({ onSubmit, action, disabled, children }: LineProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <form onSubmit={submit} className="mb-3 flex items-start gap-2">
      <div className="flex-1">{children}</div>
      <Button type="submit" look="solid" disabled={disabled} className="mt-6.5">
        {action}
      </Button>
    </form>
  )
}
