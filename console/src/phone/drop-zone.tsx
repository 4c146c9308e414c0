import { type DragEvent, type ReactNode, useRef, useState } from 'react'
import { Icon } from '../ui/icon.tsx'

interface DropZoneProps {
  onFiles: (files: File[]) => void
  disabled: boolean
  children: ReactNode
}

/** Files dropped anywhere on the chat are taken in. */
export function DropZone({ onFiles, disabled, children }: DropZoneProps) {
  const [over, setOver] = useState(false)
  const depth = useRef(0) // enter and leave also fire for every child
  const enter = (by: number) => {
    depth.current += by
    setOver(depth.current > 0)
  }
  const carriesFiles = (event: DragEvent) => !disabled && event.dataTransfer.types.includes('Files')
  return (
    <section
      aria-label="Chat"
      className="relative flex h-full flex-col"
      onDragEnter={event => carriesFiles(event) && enter(1)}
      onDragLeave={event => carriesFiles(event) && enter(-1)}
      onDragOver={event => carriesFiles(event) && event.preventDefault()}
      onDrop={event => {
        if (!carriesFiles(event)) return
        event.preventDefault()
        enter(-depth.current)
        onFiles(filesOf(event.dataTransfer))
      }}
    >
      {children}
      {over && (
        <div className="pointer-events-none absolute inset-3 z-20 grid place-items-center rounded-3xl border-2 border-accent border-dashed bg-pane/90">
          <p className="flex items-center gap-3 font-semibold text-accent text-lg">
            <Icon name="download" /> Drop to send
          </p>
        </div>
      )}
    </section>
  )
}

export function filesOf(data: DataTransfer): File[] {
  return [...data.files]
}
