import { useRef, useState } from 'react'
import type { FileKind } from '../api/control.ts'
import { IconButton } from '../ui/button.tsx'
import type { IconName } from '../ui/icon.tsx'
import { MenuItem, MenuLine } from '../ui/menu.tsx'
import { Popover } from '../ui/popover.tsx'
import { useChat } from './chat-context.ts'
import { ContactSheet } from './contact-sheet.tsx'

const FILES: { icon: IconName; label: string; accept: string; as?: FileKind }[] = [
  { icon: 'image', label: 'Photo or video', accept: 'image/jpeg,image/png,video/mp4,video/3gpp' },
  { icon: 'file', label: 'Document', accept: '' },
  { icon: 'wave', label: 'Audio', accept: 'audio/*' },
  { icon: 'sticker', label: 'Sticker', accept: 'image/webp,image/png,image/jpeg,image/gif', as: 'sticker' },
]

/** Everything that can be sent besides text. */
export function AttachMenu({ onFiles, onLocation }: AttachMenuProps) {
  const input = useRef<HTMLInputElement>(null)
  const { send } = useChat()
  const [contact, setContact] = useState(false)
  const choose = ({ accept, as }: (typeof FILES)[number]) => {
    if (!input.current) return
    input.current.accept = accept
    if (as) input.current.dataset.as = as
    else delete input.current.dataset.as
    input.current.value = ''
    input.current.click()
  }
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={event => {
          const { files, dataset } = event.target
          onFiles([...(files ?? [])], dataset.as as FileKind | undefined)
        }}
      />
      <Popover
        label="Attach"
        role="menu"
        className="w-56"
        trigger={props => <IconButton icon="plus" label="Attach" {...props} />}
      >
        {(_close, then) => (
          <>
            {FILES.map(file => (
              <MenuItem key={file.label} icon={file.icon} onClick={then(() => choose(file))}>
                {file.label}
              </MenuItem>
            ))}
            <MenuLine />
            <MenuItem icon="pin" onClick={then(onLocation)}>
              Location
            </MenuItem>
            <MenuItem icon="person" onClick={then(() => setContact(true))}>
              Contact
            </MenuItem>
            <MenuItem
              icon="list"
              hint="Businesses cannot get polls."
              onClick={then(() => send({ unsupported: 'poll_creation' }))}
            >
              Poll
            </MenuItem>
          </>
        )}
      </Popover>
      {contact && <ContactSheet onClose={() => setContact(false)} />}
    </>
  )
}

interface AttachMenuProps {
  onFiles: (files: File[], as?: FileKind) => void
  onLocation: () => void
}
