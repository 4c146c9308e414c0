import { useQuery } from '@tanstack/react-query'
import { control } from '../api/control.ts'
import { readableNumber } from '../util/phone-number.ts'

const EVERY_MS = 5_000
const SHOWN = 5

/** Verification codes that were sent to business numbers: their phones are nowhere else. */
export function CodeMessages() {
  const messages = useQuery({ queryKey: ['sms'], queryFn: control.codeMessages, refetchInterval: EVERY_MS })
  if (!messages.data?.length) return null
  return (
    <section aria-labelledby="codes" className="flex flex-col gap-4">
      <h2 id="codes" className="font-semibold text-lg">
        Verification codes
      </h2>
      <ul className="divide-y divide-line rounded-2xl border border-line bg-bubble">
        {messages.data.slice(0, SHOWN).map(({ id, to, method, text, at }) => (
          <li key={id} className="flex flex-wrap gap-x-4 px-4 py-2.5">
            <span className="w-36 shrink-0 text-soft max-sm:w-full max-sm:text-xs">
              {method === 'SMS' ? 'SMS' : 'Call'} to {readableNumber(to)}
            </span>
            <span className="min-w-0 flex-1 select-all">{text}</span>
            <time className="text-soft text-sm" dateTime={new Date(at).toISOString()}>
              {new Intl.DateTimeFormat(undefined, { timeStyle: 'short' }).format(at)}
            </time>
          </li>
        ))}
      </ul>
    </section>
  )
}
