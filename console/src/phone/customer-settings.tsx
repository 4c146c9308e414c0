import { useState } from 'react'
import { control } from '../api/control.ts'
import { keys, useChange } from '../api/queries.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { Switch } from '../ui/switch.tsx'
import { useToast } from '../ui/toast.tsx'
import { NewNumberForm, UsernameForm } from './identity-forms.tsx'
import { usePhone } from './phone-context.ts'
import { go } from './route.ts'

type Changes = Parameters<typeof control.updateCustomer>[1]

export function CustomerSettings({ onClose }: { onClose: () => void }) {
  const { customer } = usePhone()
  const toast = useToast()
  const [name, setName] = useState(customer.name)
  const stale = () => [keys.customers]
  const update = useChange((changes: Changes) => control.updateCustomer(customer.wa_id, changes), stale)
  const remove = useChange(() => control.deleteCustomer(customer.wa_id), stale)
  return (
    <Dialog
      title="Set up this phone"
      onClose={onClose}
      footer={
        <Button
          look="danger"
          icon="trash"
          onClick={() => {
            if (!confirm(`Delete the phone of ${customer.name} with all its chats?`)) return
            remove.mutate(undefined, { onSuccess: () => go({}, 'replace'), onError: toast.fail })
          }}
        >
          Delete this phone
        </Button>
      }
    >
      <form
        className="mb-3 flex items-end gap-2"
        onSubmit={event => {
          event.preventDefault()
          update.mutate({ name: name.trim() }, { onSuccess: onClose, onError: toast.fail })
        }}
      >
        <Field label="Name" value={name} onChange={event => setName(event.target.value)} className="flex-1" required />
        <Button type="submit" look="solid" disabled={name.trim() === customer.name}>
          Save
        </Button>
      </form>
      <UsernameForm onDone={onClose} />
      <div className="-mx-3">
        <Switch
          checked={customer.read_receipts}
          hint="Lets a business see when its messages were read."
          onChange={read_receipts => update.mutate({ read_receipts }, { onError: toast.fail })}
        >
          Read receipts
        </Switch>
        <Switch
          checked={!customer.online}
          hint="Messages wait on both sides until it is off again."
          onChange={offline => update.mutate({ online: !offline }, { onError: toast.fail })}
        >
          Airplane mode
        </Switch>
      </div>
      <NewNumberForm onDone={onClose} />
    </Dialog>
  )
}
