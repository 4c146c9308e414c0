import { useEffect, useMemo, useState } from 'react'
import type { FileKind } from '../api/control.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { useToast } from '../ui/toast.tsx'
import { fileLabel, fileSize } from '../util/size.ts'
import { type FileDraft, kindOf, kindsFor } from './draft.ts'
import { toSticker } from './sticker-maker.ts'

const NAMES: Record<FileKind, string> = {
  image: 'Photo',
  video: 'Video',
  audio: 'Audio',
  voice: 'Voice message',
  document: 'Document',
  sticker: 'Sticker',
}
const CAPTIONED: FileKind[] = ['image', 'video', 'document']

interface FileStageProps {
  files: File[]
  /** What they were chosen as, if that was said. */
  as?: FileKind
  onClose: () => void
  onSend: (drafts: FileDraft[]) => void
}

/** A last look at chosen files: what each is sent as, and a caption. */
export function FileStage({ files, as, onClose, onSend }: FileStageProps) {
  const [kinds, setKinds] = useState(() => files.map(file => as ?? kindOf(file)))
  const [caption, setCaption] = useState('')
  const toast = useToast()
  const captioned = kinds.some(kind => CAPTIONED.includes(kind))

  const send = async () => {
    try {
      const drafts = files.map(async (file, index): Promise<FileDraft> => {
        const kind = kinds[index]!
        if (kind === 'sticker') return { file: await toSticker(file), kind }
        return { file, kind, ...(caption.trim() && CAPTIONED.includes(kind) && { caption: caption.trim() }) }
      })
      onSend(await Promise.all(drafts))
    } catch (problem) {
      toast.fail(problem)
    }
  }
  return (
    <Dialog title={files.length === 1 ? 'Send a file' : `Send ${files.length} files`} onClose={onClose}>
      <form
        onSubmit={event => {
          event.preventDefault()
          send()
        }}
      >
        <ul className="mb-4 flex flex-col gap-4">
          {files.map((file, index) => (
            <li key={`${file.name}-${file.lastModified}-${file.size}`}>
              <Preview file={file} />
              <KindChoice
                options={kindsFor(file)}
                value={kinds[index]!}
                onChange={kind => setKinds(kinds.with(index, kind))}
              />
            </li>
          ))}
        </ul>
        {captioned && (
          <Field label="Caption" value={caption} onChange={event => setCaption(event.target.value)} autoFocus />
        )}
        <div className="mt-4 flex justify-end">
          <Button type="submit" look="solid" icon="send" autoFocus={!captioned}>
            Send
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function Preview({ file }: { file: File }) {
  const url = useMemo(() => URL.createObjectURL(file), [file])
  useEffect(() => () => URL.revokeObjectURL(url), [url])
  if (file.type.startsWith('image/')) {
    return <img src={url} alt={file.name} className="mx-auto max-h-72 rounded-2xl bg-sunk object-contain" />
  }
  // biome-ignore lint/a11y/useMediaCaption: the customer's own file has none
  if (file.type.startsWith('video/')) return <video src={url} controls className="mx-auto max-h-72 rounded-2xl" />
  return (
    <div className="flex items-center gap-3 rounded-2xl bg-sunk p-3">
      <span className="grid size-12 place-items-center rounded-xl bg-chosen font-semibold text-accent text-xs">
        {fileLabel(file.name, file.type)}
      </span>
      <span className="min-w-0">
        <span className="block truncate font-medium">{file.name}</span>
        <span className="text-soft text-sm">{fileSize(file.size)}</span>
      </span>
    </div>
  )
}

interface KindChoiceProps {
  options: FileKind[]
  value: FileKind
  onChange: (kind: FileKind) => void
}

function KindChoice({ options, value, onChange }: KindChoiceProps) {
  if (options.length < 2) return null
  return (
    <div role="radiogroup" aria-label="Send as" className="mt-2 flex flex-wrap justify-center gap-1.5">
      {options.map(kind => (
        <label
          key={kind}
          className="cursor-pointer rounded-full bg-sunk px-3 py-1 text-sm has-checked:bg-accent has-checked:text-on-accent has-focus-visible:outline-2"
        >
          <input type="radio" className="sr-only" checked={kind === value} onChange={() => onChange(kind)} />
          {NAMES[kind]}
        </label>
      ))}
    </div>
  )
}
