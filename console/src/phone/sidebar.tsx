import type { UseQueryResult } from '@tanstack/react-query'
import { type Chat, control } from '../api/control.ts'
import { keys, useChange } from '../api/queries.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { ThemeButton } from '../ui/theme-button.tsx'
import { useToast } from '../ui/toast.tsx'
import { ChatList } from './chat-list.tsx'
import { CustomerMenu } from './customer-menu.tsx'
import { LineDown } from './line-down.tsx'
import { usePhone } from './phone-context.ts'
import { TimePopover } from './time-popover.tsx'

/** Left: whose phone, its chats, and the world around it. */
export function Sidebar({ chats, openNumber }: { chats: UseQueryResult<Chat[]>; openNumber?: string }) {
  return (
    <div className="flex h-full flex-col border-line bg-pane md:border-r">
      <header className="flex items-center gap-1 py-2.5 pr-2 pl-3">
        <CustomerMenu />
        <AirplaneButton />
      </header>
      <LineDown />
      {chats.isError && !chats.data && (
        <div className="p-4 text-center text-soft">
          <p className="mb-3">{chats.error.message}</p>
          <Button icon="retry" onClick={() => chats.refetch()}>
            Try again
          </Button>
        </div>
      )}
      <ChatList chats={chats.data ?? []} openNumber={openNumber} />
      <footer className="flex items-center border-line border-t py-1 pr-1.5 pl-2">
        <TimePopover />
        <a
          href="/"
          title="Start page"
          className="ml-auto rounded-full px-3 py-2 text-soft text-sm hover:bg-sunk hover:text-ink"
        >
          Start
        </a>
        <ThemeButton />
      </footer>
    </div>
  )
}

function AirplaneButton() {
  const { customer } = usePhone()
  const toast = useToast()
  const change = useChange(
    (online: boolean) => control.updateCustomer(customer.wa_id, { online }),
    () => [keys.customers, keys.chats(customer.wa_id)],
  )
  return (
    <IconButton
      icon="plane"
      role="switch"
      aria-checked={!customer.online}
      label={customer.online ? 'Airplane mode is off' : 'Airplane mode is on'}
      className={customer.online ? '' : '!bg-honey !text-on-honey'}
      onClick={() => change.mutate(!customer.online, { onError: toast.fail })}
    />
  )
}
