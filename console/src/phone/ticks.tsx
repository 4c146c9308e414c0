import type { Status } from '../api/messages.ts'
import { Icon } from '../ui/icon.tsx'

const CLOCK = { label: 'Not sent yet' }
const ONE = { marks: 1, label: 'Sent' }
const TWO = { marks: 2, label: 'Delivered' }
const READ = { marks: 2, label: 'Read', read: true }

/** What the customer sees beside their own message. */
const TICKS: Record<Status, { marks?: number; label: string; read?: boolean }> = {
  sending: { ...CLOCK, label: 'Sending' },
  waiting: { ...CLOCK, label: 'Waits until this phone is online' },
  unsent: { ...CLOCK, label: 'Not sent' },
  accepted: ONE,
  sent: ONE,
  failed: ONE,
  received: TWO,
  delivered: TWO,
  read: READ,
  played: READ,
}

export function Ticks({ status }: { status: Status }) {
  const { marks, label, read } = TICKS[status] ?? ONE
  const color = read ? 'text-read' : 'text-current'
  if (status === 'unsent') return <Labelled label={label} icon={<Icon name="warning" className="size-4 text-bad" />} />
  if (!marks) return <Labelled label={label} icon={<Icon name="clock" className="size-3.5" />} />
  return (
    <Labelled
      label={label}
      icon={
        <svg viewBox="0 0 20 12" aria-hidden="true" className={`h-3 w-5 ${color}`} fill="none" stroke="currentColor">
          <path strokeWidth="1.7" strokeLinecap="round" strokeLinejoin="round" d={marks === 2 ? DOUBLE : SINGLE} />
        </svg>
      }
    />
  )
}

const SINGLE = 'M6 6.5l3.5 3.5 7-8'
const DOUBLE = 'M1.5 6.5l3.5 3.5 7-8M9.8 9.6l.4.4 7-8'

function Labelled({ label, icon }: { label: string; icon: React.ReactNode }) {
  return (
    <span role="img" aria-label={label} title={label} className="inline-flex shrink-0">
      {icon}
    </span>
  )
}
