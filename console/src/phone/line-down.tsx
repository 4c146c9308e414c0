import { Icon } from '../ui/icon.tsx'
import { usePhone } from './phone-context.ts'

/** Says that the server is out of reach, for as long as it is. */
export function LineDown({ className = '' }: { className?: string }) {
  const { connected } = usePhone()
  if (connected) return null
  return (
    <p role="status" className={`flex items-center gap-2 bg-honey px-4 py-1.5 text-on-honey text-sm ${className}`}>
      <Icon name="warning" className="size-4" /> The line to the server is down. Reconnecting…
    </p>
  )
}
