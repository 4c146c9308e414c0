import type { ReactNode } from 'react'

interface SwitchProps {
  checked: boolean
  onChange: (checked: boolean) => void
  hint?: string
  children: ReactNode
}

export function Switch({ checked, onChange, hint, children }: SwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={checked}
      onClick={() => onChange(!checked)}
      className="flex w-full items-center gap-3 rounded-xl px-3 py-2 text-left hover:bg-hover"
    >
      <span className="min-w-0 flex-1">
        {children}
        {hint && <span className="block text-soft text-xs">{hint}</span>}
      </span>
      <span
        aria-hidden="true"
        className={`relative h-6 w-10 shrink-0 rounded-full transition-colors ${checked ? 'bg-accent' : 'bg-soft/40'}`}
      >
        <span
          className={`absolute top-0.5 left-0.5 size-5 rounded-full bg-pane shadow transition-transform ${checked ? 'translate-x-4' : ''}`}
        />
      </span>
    </button>
  )
}
