import { type ReactNode, useEffect, useId, useRef } from 'react'
import { IconButton } from './button.tsx'

interface DialogProps {
  title: string
  onClose: () => void
  children: ReactNode
  footer?: ReactNode
}

/** A modal that rises from the bottom on a phone and sits in the middle of a desk. Esc and the backdrop close it. */
export function Dialog({ title, onClose, children, footer }: DialogProps) {
  const heading = useId()
  return (
    <Modal onClose={onClose} labelledBy={heading} className={SHEET}>
      <header className="flex items-center gap-2 py-2 pr-2 pl-5">
        <h2 id={heading} className="flex-1 truncate font-semibold text-base">
          {title}
        </h2>
        <IconButton icon="close" label="Close" onClick={onClose} />
      </header>
      <div className="thin-scroll min-h-0 flex-1 overflow-y-auto px-5 pb-5">{children}</div>
      {footer && <footer className="flex justify-end gap-2 border-line border-t px-5 py-3">{footer}</footer>}
    </Modal>
  )
}

interface ModalProps {
  onClose: () => void
  className: string
  children: ReactNode
  label?: string
  labelledBy?: string
}

export function Modal({ onClose, className, children, label, labelledBy }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const opener = document.activeElement
    dialog.current?.showModal()
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true })
    }
  }, [])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc closes a dialog by itself
    <dialog
      ref={dialog}
      aria-label={label}
      aria-labelledby={labelledBy}
      className={className}
      onClose={onClose}
      onClick={event => event.target === dialog.current && onClose()}
    >
      {children}
    </dialog>
  )
}

const SHEET =
  'flex-col open:flex w-full max-w-full max-h-[85dvh] mb-0 rounded-t-3xl bg-pane shadow-2xl animate-rise ' +
  'sm:mb-auto sm:w-[27rem] sm:rounded-3xl sm:max-h-[80dvh]'
