import { useState } from 'react'
import type { Row, Section } from '../api/messages.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'

interface ListSheetProps {
  title: string
  sections: Section[]
  chosen: ReadonlySet<string>
  onClose: () => void
  onChoose: (row: Row) => void
}

/** The rows of a list message: choose one, then send it. */
export function ListSheet({ title, sections, chosen, onClose, onChoose }: ListSheetProps) {
  const [picked, setPicked] = useState<Row>()
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <Button look="solid" icon="send" disabled={!picked} onClick={() => picked && onChoose(picked)}>
          Send
        </Button>
      }
    >
      {sections.map((section, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sections never move
        <fieldset key={index} className="mb-3">
          {section.title && <legend className="px-1 pb-1 font-semibold text-accent text-sm">{section.title}</legend>}
          {section.rows?.map(row => (
            <label
              key={row.id}
              className="-mx-2 flex cursor-pointer items-center gap-3 rounded-xl px-3 py-2.5 hover:bg-hover has-checked:bg-chosen has-focus-visible:outline-2"
            >
              <span className="min-w-0 flex-1">
                <span className="block font-medium">{row.title}</span>
                {row.description && <span className="block text-soft text-sm">{row.description}</span>}
                {chosen.has(row.title) && <span className="block text-accent text-xs">Chosen before</span>}
              </span>
              <input
                type="radio"
                name="row"
                checked={picked?.id === row.id}
                onChange={() => setPicked(row)}
                className="size-5 shrink-0 accent-accent"
              />
            </label>
          ))}
        </fieldset>
      ))}
    </Dialog>
  )
}
