import { useState } from 'react'
import { type Chat, control } from '../api/control.ts'
import { keys, useChange } from '../api/queries.ts'
import { Avatar } from '../ui/avatar.tsx'
import { IconButton } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { MenuItem } from '../ui/menu.tsx'
import { Popover } from '../ui/popover.tsx'
import { useToast } from '../ui/toast.tsx'
import { readableNumber } from '../util/phone-number.ts'
import { timeLeft } from '../util/time.ts'
import { AdSheet } from './ad-sheet.tsx'
import { BusinessSheet } from './business-sheet.tsx'
import { useChat } from './chat-context.ts'
import { usePhone } from './phone-context.ts'
import { leaveChat } from './route.ts'
import { useWorldNow } from './world-clock.ts'

export function ChatHeader({ chat }: { chat: Chat }) {
  const { customer, typing } = usePhone()
  const { verified_name, id, display_phone_number } = chat.phone_number
  const picture = chat.phone_number.profile?.profile_picture_url
  const [profile, setProfile] = useState(false)
  const [ad, setAd] = useState(false)
  return (
    <header className="flex items-center gap-1 border-line border-b bg-pane py-1.5 pr-2 pl-1 md:pl-3">
      <IconButton
        icon="back"
        label="Back to the chats"
        className="md:hidden"
        onClick={() => leaveChat(customer.wa_id)}
      />
      <button
        type="button"
        className="flex min-w-0 flex-1 items-center gap-3 rounded-2xl p-1.5 text-left hover:bg-hover"
        onClick={() => setProfile(true)}
      >
        <Avatar name={verified_name} seed={id} business picture={picture} />
        <span className="min-w-0">
          <bdi className="block truncate font-semibold">{verified_name}</bdi>
          <span aria-live="polite" className={`block truncate text-xs ${typing.has(id) ? 'text-accent' : 'text-soft'}`}>
            {typing.has(id) ? 'writing…' : readableNumber(display_phone_number)}
          </span>
        </span>
      </button>
      <WindowNote expiresAt={chat.window_expires_at} freeUntil={chat.free_entry_until} />
      <ChatMenu onProfile={() => setProfile(true)} onAd={() => setAd(true)} />
      {profile && <BusinessSheet number={chat.phone_number} onClose={() => setProfile(false)} />}
      {ad && <AdSheet onClose={() => setAd(false)} />}
    </header>
  )
}

/** How long the business may still write freely. */
function WindowNote({ expiresAt, freeUntil }: { expiresAt?: number; freeUntil?: number }) {
  const now = useWorldNow()
  const left = (expiresAt ?? 0) - now
  const open = left > 0
  const free = (freeUntil ?? 0) - now
  const written = open
    ? `The business may write freely for another ${timeLeft(left)}.`
    : 'The business can only send templates until this phone writes.'
  const text = free > 0 ? `${written} After the ad, everything is free for another ${timeLeft(free)}.` : written
  return (
    <span
      title={text}
      className="flex shrink-0 items-center gap-1.5 rounded-full bg-sunk px-2.5 py-1 text-soft text-xs"
    >
      {free > 0 ? (
        <Icon name="gift" className="size-4 text-accent" />
      ) : (
        <span className={`size-2 rounded-full ${open ? 'bg-honey' : 'bg-soft/50'}`} />
      )}
      <span aria-hidden="true" className="sm:hidden">
        {open ? timeLeft(left).split(' ', 2).join(' ') : 'Templates'}
      </span>
      <span aria-hidden="true" className="max-sm:hidden">
        {open ? timeLeft(left) : 'Templates only'}
      </span>
      <span className="sr-only">{text}</span>
    </span>
  )
}

function ChatMenu({ onProfile, onAd }: { onProfile: () => void; onAd: () => void }) {
  const { customer } = usePhone()
  const { number, blocked } = useChat()
  const toast = useToast()
  const change = useChange(
    (block: boolean) => (block ? control.blockBusiness : control.unblockBusiness)(customer.wa_id, number.id),
    () => [keys.customers, keys.chats(customer.wa_id)],
  )
  const stopped = customer.marketing_stopped.includes(number.id)
  const offers = useChange(
    (value: 'stop' | 'resume') => control.setOffers(customer.wa_id, number.id, value),
    () => [keys.customers],
  )
  return (
    <Popover
      label="Chat"
      role="menu"
      className="w-64"
      trigger={props => <IconButton icon="more" label="Chat menu" iconClassName="size-5 stroke-3" {...props} />}
    >
      {(_close, then) => (
        <>
          <MenuItem icon="info" onClick={then(onProfile)}>
            About this business
          </MenuItem>
          <MenuItem icon="external" hint="A first answer is then free for 72 hours." onClick={then(onAd)}>
            Come by an ad
          </MenuItem>
          <MenuItem
            icon={stopped ? 'check' : 'close'}
            hint={stopped ? undefined : 'Its marketing messages will not arrive.'}
            onClick={then(() => offers.mutate(stopped ? 'resume' : 'stop', { onError: toast.fail }))}
          >
            {stopped ? 'Resume offers' : 'Stop offers'}
          </MenuItem>
          <MenuItem
            icon="block"
            danger={!blocked}
            hint={blocked ? undefined : 'Its messages will not arrive.'}
            onClick={then(() => change.mutate(!blocked, { onError: toast.fail }))}
          >
            {blocked ? 'Unblock' : 'Block'} {number.verified_name}
          </MenuItem>
        </>
      )}
    </Popover>
  )
}
