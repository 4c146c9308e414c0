import { type ReactNode, useState } from 'react'
import type { IconName } from '../../ui/icon.tsx'
import { BubbleButton } from './bubble-button.tsx'

interface FormButtonProps {
  icon: IconName
  title: string
  children: (close: () => void) => ReactNode
}

/** A button of a message that opens a sheet. */
export function FormButton({ icon, title, children }: FormButtonProps) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <BubbleButton icon={icon} onPress={() => setOpen(true)}>
        {title}
      </BubbleButton>
      {open && children(() => setOpen(false))}
    </>
  )
}
