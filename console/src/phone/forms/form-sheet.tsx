import type { ReactNode } from 'react'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'

interface FormSheetProps {
  title: string
  action: string
  disabled?: boolean
  onClose: () => void
  onSubmit: () => void
  children: ReactNode
}

/** A sheet that a button of a message opens, with one way to send it off. */
export function FormSheet({ title, action, disabled, onClose, onSubmit, children }: FormSheetProps) {
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        className="flex flex-col gap-3"
        onSubmit={event => {
          event.preventDefault()
          onSubmit()
          onClose()
        }}
      >
        {children}
        <Button type="submit" look="solid" icon="send" className="mt-1 self-end" disabled={disabled}>
          {action}
        </Button>
      </form>
    </Dialog>
  )
}
