import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

interface MenuItemProps {
  icon: IconName
  onClick: () => void
  danger?: boolean
  hint?: string
  children: ReactNode
}

/** One line of a popover with role menu. */
export function MenuItem({ icon, onClick, danger, hint, children }: MenuItemProps) {
  return (
    <button
      type="button"
      role="menuitem"
      onClick={onClick}
      className={`flex w-full items-center gap-3 rounded-xl px-3 py-2 text-left hover:bg-hover focus-visible:bg-hover focus-visible:outline-offset-[-2px] ${danger ? 'text-bad' : ''}`}
    >
      <Icon name={icon} className={`size-5 ${danger ? '' : 'text-soft'}`} />
      <span className="min-w-0 flex-1">
        {children}
        {hint && <span className="block text-soft text-xs">{hint}</span>}
      </span>
    </button>
  )
}

export function MenuLine() {
  return <hr className="mx-2 my-1 border-line" />
}
