import { useState } from 'react'
import { control } from '../api/control.ts'
import { keys, useChange } from '../api/queries.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { go } from './route.ts'

/** A name and a number make a phone. */
export function NewCustomerForm({ onDone }: { onDone: () => void }) {
  const [name, setName] = useState('')
  const [number, setNumber] = useState('')
  const create = useChange(control.createCustomer, () => [keys.customers])
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={event => {
        event.preventDefault()
        const customer = { wa_id: number.trim(), ...(name.trim() && { name: name.trim() }) }
        create.mutate(customer, {
          onSuccess: ({ wa_id }) => {
            onDone()
            go({ customer: wa_id }, 'replace')
          },
        })
      }}
    >
      <Field label="Name" value={name} onChange={event => setName(event.target.value)} placeholder="Ines Okafor" />
      <Field
        label="Phone number"
        hint="With the country code. It need not exist."
        type="tel"
        required
        pattern="[+0-9 .\(\)\-]{6,}"
        title="Digits with the country code, for example +1 650 555 1234"
        value={number}
        onChange={event => setNumber(event.target.value)}
        placeholder="+1 650 555 1234"
      />
      {create.isError && (
        <p role="alert" className="text-bad text-sm">
          {create.error.message}
        </p>
      )}
      <Button type="submit" look="solid" disabled={create.isPending}>
        Add this phone
      </Button>
    </form>
  )
}
