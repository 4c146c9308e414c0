import type { ComponentProps } from 'react'

interface FieldProps extends ComponentProps<'input'> {
  label: string
  hint?: string
}

export function Field({ label, hint, className = '', ...input }: FieldProps) {
  return (
    <label className={`block ${className}`}>
      <span className="mb-1 block font-medium text-sm">{label}</span>
      <input dir="auto" className={INPUT} autoComplete="off" {...input} />
      {hint && <span className="mt-1 block text-soft text-xs">{hint}</span>}
    </label>
  )
}

const INPUT =
  'w-full rounded-xl border border-line bg-bubble px-3 py-2 outline-none transition focus:border-accent focus:ring-3 focus:ring-accent/20'
