import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { control, type FileKind } from '../api/control.ts'
import type { Message, ProductRef } from '../api/messages.ts'
import { keys, useChange } from '../api/queries.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { useToast } from '../ui/toast.tsx'
import { AttachMenu } from './attach-menu.tsx'
import { useChat } from './chat-context.ts'
import { filesOf } from './drop-zone.tsx'
import { usePhone } from './phone-context.ts'
import { QuoteBody } from './quote.tsx'
import { go, useRoute } from './route.ts'
import { VoiceRecorder } from './voice-recorder.tsx'

interface ComposerProps {
  replyTo?: Message
  /** The product that is asked about. */
  about?: ProductRef
  onCancelReply: () => void
  onFiles: (files: File[], as?: FileKind) => void
  onLocation: () => void
}

/** Half-written texts outlive a change of chat. */
const unsent = new Map<string, string>()

export function Composer({ replyTo, about, onCancelReply, onFiles, onLocation }: ComposerProps) {
  const { customer } = usePhone()
  const { number, blocked, send } = useChat()
  const place = `${customer.wa_id}/${number.id}`
  const [text, setText] = useState(unsent.get(place) ?? '')
  const [recording, setRecording] = useState(false)
  const area = useRef<HTMLTextAreaElement>(null)

  const { text: linked } = useRoute()
  useEffect(() => {
    if (!linked) return
    setText(linked)
    go({ customer: customer.wa_id, number: number.id }, 'replace')
  }, [linked, customer.wa_id, number.id])
  useEffect(() => void unsent.set(place, text), [place, text])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text
  useEffect(() => fit(area.current), [text, recording])
  useEffect(() => {
    if (replyTo || matchMedia('(hover: hover)').matches) area.current?.focus()
  }, [replyTo])

  if (blocked) return <BlockedBar />

  const submit = () => {
    if (!text.trim()) return
    send({ text: text.trim(), replyTo: replyTo?.wamid, ...(about && { referred_product: about }) })
    setText('')
    onCancelReply()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && replyTo) onCancelReply()
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    submit()
  }
  return (
    <footer className="border-line border-t bg-pane px-2 pt-2 pb-[max(0.5rem,env(safe-area-inset-bottom))] md:px-4">
      {!customer.online && <OfflineBar />}
      {replyTo && (
        <div className="mx-auto mb-2 flex max-w-4xl animate-rise items-center gap-2 rounded-xl bg-sunk pr-1">
          <QuoteBody message={replyTo} />
          {about && <span className="max-w-[40%] truncate font-medium text-sm">{about.product_retailer_id}</span>}
          <IconButton icon="close" label="Do not reply to this" className="size-8" onClick={onCancelReply} />
        </div>
      )}
      {recording ? (
        <VoiceRecorder
          onCancel={() => setRecording(false)}
          onDone={file => {
            setRecording(false)
            send({ file, kind: 'voice', replyTo: replyTo?.wamid })
            onCancelReply()
          }}
        />
      ) : (
        <div className="mx-auto flex max-w-4xl items-end gap-1">
          <AttachMenu onFiles={onFiles} onLocation={onLocation} />
          <textarea
            ref={area}
            rows={1}
            dir="auto"
            aria-label={`Message to ${number.verified_name}`}
            placeholder="Message"
            value={text}
            onChange={event => setText(event.target.value)}
            onKeyDown={onKeyDown}
            onPaste={event => {
              const files = filesOf(event.clipboardData)
              if (!files.length) return
              event.preventDefault()
              onFiles(files)
            }}
            className="thin-scroll max-h-40 min-h-10 flex-1 resize-none rounded-[1.25rem] border border-line bg-bubble px-4 py-2 outline-none transition-colors focus:border-accent"
          />
          {text.trim() || !canRecord() ? (
            <IconButton icon="send" label="Send" className={SEND} disabled={!text.trim()} onClick={submit} />
          ) : (
            <IconButton icon="mic" label="Record a voice message" onClick={() => setRecording(true)} />
          )}
        </div>
      )}
    </footer>
  )
}

const SEND = 'bg-accent !text-on-accent hover:bg-accent hover:brightness-110 disabled:opacity-40'

const canRecord = () => 'MediaRecorder' in window && !!navigator.mediaDevices

function fit(area: HTMLTextAreaElement | null) {
  if (!area) return
  area.style.height = 'auto'
  area.style.height = `${area.scrollHeight + 2}px`
}

function OfflineBar() {
  const { customer } = usePhone()
  const toast = useToast()
  const change = useChange(
    () => control.updateCustomer(customer.wa_id, { online: true }),
    () => [keys.customers],
  )
  return (
    <p className="mx-auto mb-2 flex max-w-4xl items-center gap-3 rounded-xl bg-honey/25 py-1 pr-1 pl-3 text-sm">
      <span className="flex-1">Airplane mode. What you write leaves when this phone is online again.</span>
      <Button className="min-h-8 text-sm" onClick={() => change.mutate(undefined, { onError: toast.fail })}>
        Go online
      </Button>
    </p>
  )
}

function BlockedBar() {
  const { customer } = usePhone()
  const { number } = useChat()
  const toast = useToast()
  const change = useChange(
    () => control.unblockBusiness(customer.wa_id, number.id),
    () => [keys.customers, keys.chats(customer.wa_id)],
  )
  return (
    <footer className="flex flex-wrap items-center justify-center gap-3 border-line border-t bg-pane px-4 py-3 text-soft">
      You blocked {number.verified_name}. Nothing goes out, nothing comes in.
      <Button onClick={() => change.mutate(undefined, { onError: toast.fail })}>Unblock</Button>
    </footer>
  )
}
