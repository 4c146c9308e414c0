import { useState } from 'react'
import type { Customer } from '../api/control.ts'
import { useCustomers } from '../api/queries.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Icon } from '../ui/icon.tsx'
import { MenuItem, MenuLine } from '../ui/menu.tsx'
import { Popover } from '../ui/popover.tsx'
import { readableNumber } from '../util/phone-number.ts'
import { CustomerSettings } from './customer-settings.tsx'
import { LinkSheet } from './link-sheet.tsx'
import { NewCustomerForm } from './new-customer.tsx'
import { usePhone } from './phone-context.ts'
import { go } from './route.ts'

/** Whose phone this is; opens to change to another, add one, or set this one up. */
export function CustomerMenu() {
  const { customer } = usePhone()
  const customers = useCustomers()
  const [dialog, setDialog] = useState<'new' | 'settings' | 'link'>()
  return (
    <>
      <Popover
        label="Phones"
        role="menu"
        className="thin-scroll max-h-[70dvh] w-72 overflow-y-auto"
        trigger={props => (
          <button
            type="button"
            className="flex min-w-0 flex-1 items-center gap-3 rounded-2xl p-1.5 text-left hover:bg-hover"
            {...props}
          >
            <Avatar name={customer.name || customer.wa_id} seed={customer.wa_id} />
            <WhoIs customer={customer} />
            <Icon name="down" className="ml-auto size-4 text-soft" />
          </button>
        )}
      >
        {(close, then) => (
          <>
            {customers.data?.map(other => (
              <button
                key={other.wa_id}
                type="button"
                role="menuitemradio"
                aria-checked={other.wa_id === customer.wa_id}
                className="flex w-full items-center gap-3 rounded-xl px-2.5 py-2 text-left hover:bg-hover"
                onClick={() => {
                  close()
                  if (other.wa_id !== customer.wa_id) go({ customer: other.wa_id })
                }}
              >
                <Avatar name={other.name || other.wa_id} seed={other.wa_id} size="sm" />
                <WhoIs customer={other} />
                {!other.online && <Icon name="plane" className="ml-auto size-4 text-soft" />}
                {other.wa_id === customer.wa_id && <Icon name="check" className="ml-auto size-4 text-accent" />}
              </button>
            ))}
            <MenuLine />
            <MenuItem icon="plus" onClick={then(() => setDialog('new'))}>
              Add a phone
            </MenuItem>
            <MenuItem icon="person" onClick={then(() => setDialog('settings'))}>
              Set up this phone
            </MenuItem>
            <MenuItem icon="external" onClick={then(() => setDialog('link'))}>
              Open a link to a chat
            </MenuItem>
          </>
        )}
      </Popover>
      {dialog === 'new' && (
        <Dialog title="Add a phone" onClose={() => setDialog(undefined)}>
          <NewCustomerForm onDone={() => setDialog(undefined)} />
        </Dialog>
      )}
      {dialog === 'link' && <LinkSheet onClose={() => setDialog(undefined)} />}
      {dialog === 'settings' && <CustomerSettings onClose={() => setDialog(undefined)} />}
    </>
  )
}

function WhoIs({ customer }: { customer: Customer }) {
  return (
    <span className="min-w-0">
      <bdi className="block truncate font-semibold">{customer.name || 'No name'}</bdi>
      <span className="block truncate text-soft text-xs">{readableNumber(customer.wa_id)}</span>
    </span>
  )
}
