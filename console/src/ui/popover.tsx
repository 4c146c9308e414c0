import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'

interface PopoverProps {
  label: string
  /** The button that opens it, given what it needs to do so. */
  trigger: (props: TriggerProps) => ReactNode
  /** `then` makes a handler that closes the panel and acts. */
  children: (close: () => void, then: (act: () => void) => () => void) => ReactNode
  role?: 'menu' | 'dialog'
  className?: string
}

interface TriggerProps {
  ref: RefObject<HTMLButtonElement | null>
  onClick: () => void
  'aria-expanded': boolean
  'aria-haspopup': 'menu' | 'dialog'
}

/** A small panel beside its button. Esc, a click elsewhere or a choice closes it; arrows walk through its buttons. */
export function Popover({ label, trigger, children, role = 'dialog', className = '' }: PopoverProps) {
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const close = () => {
    setOpen(false)
    button.current?.focus({ preventScroll: true })
  }
  const then = (act: () => void) => () => {
    close()
    act()
  }
  return (
    <>
      {trigger({ ref: button, onClick: () => setOpen(!open), 'aria-expanded': open, 'aria-haspopup': role })}
      {open &&
        createPortal(
          <Panel anchor={button} role={role} label={label} className={className} onClose={close}>
            {children(close, then)}
          </Panel>,
          document.body,
        )}
    </>
  )
}

interface PanelProps {
  anchor: RefObject<HTMLButtonElement | null>
  role: 'menu' | 'dialog'
  label: string
  className: string
  onClose: () => void
  children: ReactNode
}

function Panel({ anchor, role, label, className, onClose, children }: PanelProps) {
  const panel = useRef<HTMLDivElement>(null)

  useLayoutEffect(() => {
    const [shown, button] = [panel.current, anchor.current]
    if (!shown || !button) return
    const put = () => place(shown, button.getBoundingClientRect())
    put()
    const chosen = shown.querySelector<HTMLElement>('[aria-checked=true]')
    chosen?.scrollIntoView({ block: 'nearest' })
    const first = chosen ?? focusables(shown)[0]
    first?.focus({ preventScroll: true })
    const resized = new ResizeObserver(put)
    resized.observe(shown)
    return () => resized.disconnect()
  }, [anchor])

  useEffect(() => {
    const elsewhere = (event: PointerEvent) => {
      const target = event.target as Node
      if (!panel.current?.contains(target) && !anchor.current?.contains(target)) onClose()
    }
    document.addEventListener('pointerdown', elsewhere, true)
    window.addEventListener('resize', onClose)
    return () => {
      document.removeEventListener('pointerdown', elsewhere, true)
      window.removeEventListener('resize', onClose)
    }
  }, [anchor, onClose])

  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.key === 'Escape' || event.key === 'Tab') return onClose()
    if (event.target instanceof HTMLInputElement || !panel.current) return
    const all = focusables(panel.current)
    const next = step(event, all, all.indexOf(document.activeElement as HTMLElement))
    if (!next) return
    event.preventDefault()
    next.focus()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its role is menu or dialog
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: its role is menu or dialog
    <div
      ref={panel}
      role={role}
      aria-label={label}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      className={`fixed z-40 max-w-[calc(100vw-16px)] animate-rise rounded-2xl border border-line bg-pane p-1.5 shadow-xl ${className}`}
    >
      {children}
    </div>
  )
}

/** Arrows go on and round, Home and End to the ends, a letter to the next choice that begins with it. */
function step({ key, ctrlKey, metaKey, altKey }: KeyboardEvent, all: HTMLElement[], at: number) {
  if (ctrlKey || metaKey || altKey) return undefined
  if (key === 'Home') return all[0]
  if (key === 'End') return all.at(-1)
  const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[key]
  if (by) return all[(at + by + all.length) % all.length]
  if ([...key].length > 1 || key === ' ') return undefined
  const following = [...all.slice(at + 1), ...all.slice(0, at + 1)]
  return following.find(one => nameOf(one).toLowerCase().startsWith(key.toLowerCase()))
}

/** What is read out: not the initials on a picture. */
const nameOf = (one: HTMLElement): string =>
  [...one.childNodes]
    .filter(part => !(part instanceof Element) || part.ariaHidden !== 'true')
    .map(part => part.textContent)
    .join('')
    .trim()

const EDGE = 8

/** Below the button if there is room, else above it; never off the screen. */
function place(panel: HTMLElement, anchor: DOMRect) {
  const { offsetWidth: width, offsetHeight: height } = panel
  const below = anchor.bottom + EDGE + height <= window.innerHeight
  const top = below ? anchor.bottom + EDGE / 2 : anchor.top - EDGE / 2 - height
  const wanted = anchor.left + width > window.innerWidth - EDGE ? anchor.right - width : anchor.left
  panel.style.left = `${clamp(wanted, EDGE, window.innerWidth - width - EDGE)}px`
  panel.style.top = `${clamp(top, EDGE, window.innerHeight - height - EDGE)}px`
}

const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(value, high))

const focusables = (within: HTMLElement) =>
  [...within.querySelectorAll<HTMLElement>('button, a[href], input')].filter(one => !one.hasAttribute('disabled'))
