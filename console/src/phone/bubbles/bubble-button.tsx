import type { ReactNode } from 'react'
import { Icon, type IconName } from '../../ui/icon.tsx'

/** The row of buttons along the bottom of a bubble. */
export function BubbleButtons({ children }: { children: ReactNode }) {
  return <div className="mt-1.5 flex flex-col gap-1">{children}</div>
}

interface BubbleButtonProps {
  icon?: IconName
  chosen?: boolean
  /** Why it cannot be pressed; said on hover and to screen readers. */
  disabledBecause?: string
  onPress: () => void
  children: ReactNode
}

export function BubbleButton({ icon, chosen, disabledBecause, onPress, children }: BubbleButtonProps) {
  return (
    <button
      type="button"
      disabled={!!disabledBecause}
      title={disabledBecause}
      onClick={onPress}
      className={`flex min-h-10 w-full items-center justify-center gap-2 rounded-[0.85rem] px-3 py-1.5 text-center font-medium text-accent leading-snug transition hover:bg-chosen disabled:opacity-50 ${chosen ? 'bg-chosen' : 'bg-sunk'}`}
    >
      {(chosen || icon) && <Icon name={chosen ? 'check' : icon!} className="size-4.5" />}
      <span className="min-w-0 [overflow-wrap:anywhere]">{children}</span>
      {chosen && <span className="sr-only">(chosen)</span>}
    </button>
  )
}
