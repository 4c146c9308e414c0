import type { ComponentProps } from 'react'
import { Icon, type IconName } from './icon.tsx'

const LOOKS = {
  solid: 'bg-accent text-on-accent hover:brightness-110',
  quiet: 'bg-sunk text-ink hover:bg-hover',
  plain: 'text-accent hover:bg-sunk',
  danger: 'text-bad hover:bg-sunk',
}

interface ButtonProps extends ComponentProps<'button'> {
  look?: keyof typeof LOOKS
  icon?: IconName
}

export function Button({ look = 'quiet', icon, className = '', children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      className={`inline-flex min-h-9 items-center justify-center gap-2 rounded-full px-4 py-1.5 font-medium transition disabled:opacity-50 ${LOOKS[look]} ${className}`}
      {...rest}
    >
      {icon && <Icon name={icon} className="size-4.5" />}
      {children}
    </button>
  )
}

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  icon: IconName
  label: string
  iconClassName?: string
}

/** A round button that is only a picture; its label is read aloud and shown as a tooltip. */
export function IconButton({ icon, label, className = '', iconClassName, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={`inline-grid size-10 shrink-0 place-items-center rounded-full text-soft transition hover:bg-sunk hover:text-ink ${className}`}
      {...rest}
    >
      <Icon name={icon} className={iconClassName} />
    </button>
  )
}
