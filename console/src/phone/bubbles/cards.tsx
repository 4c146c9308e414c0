import type { ReactNode } from 'react'

/** Cards side by side; the row scrolls by touch, wheel and arrow keys. */
export function Cards({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section
      aria-label={label}
      data-scrolls
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
      className="thin-scroll -mx-1.5 -mb-1.5 mt-1.5 flex max-w-[calc(100%+0.75rem)] snap-x scroll-px-1.5 gap-2 overflow-x-auto px-1.5 pb-2"
    >
      {children}
    </section>
  )
}

export function Card({ children }: { children: ReactNode }) {
  return <div className="flex w-52 shrink-0 snap-start flex-col rounded-2xl border border-line p-1.5">{children}</div>
}
