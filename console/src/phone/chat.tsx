import { useState } from 'react'
import type { Chat as ChatRecord, FileKind } from '../api/control.ts'
import type { Message, ProductRef } from '../api/messages.ts'
import { useInbox } from '../api/queries.ts'
import { Button } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'
import { ChatContext } from './chat-context.ts'
import { ChatHeader } from './chat-header.tsx'
import { Composer } from './composer.tsx'
import { DropZone } from './drop-zone.tsx'
import { FileStage } from './file-stage.tsx'
import { LineDown } from './line-down.tsx'
import { LocationSheet } from './location-sheet.tsx'
import { MessageList } from './message-list.tsx'
import { useOutbox } from './outbox.tsx'
import { usePhone } from './phone-context.ts'
import { useChatTools } from './use-chat-tools.ts'
import { useReadOnOpen } from './use-read-on-open.ts'

export function Chat({ chat }: { chat: ChatRecord }) {
  const { customer } = usePhone()
  const number = chat.phone_number
  const inbox = useInbox(customer.wa_id, number.id)
  const outgoing = useOutbox()
    .outgoing.map(one => one.preview)
    .filter(preview => preview.phone_number_id === number.id)
  const messages = [...(inbox.messages ?? []), ...outgoing]

  const [replyTo, setReplyTo] = useState<Message>()
  const [about, setAbout] = useState<ProductRef>()
  const reply = (message?: Message, product?: ProductRef) => {
    setReplyTo(message)
    setAbout(product)
  }
  const [staged, setStaged] = useState<{ files: File[]; as?: FileKind }>()
  const [locationFor, setLocationFor] = useState<{ replyTo?: string }>()
  const tools = useChatTools({
    number,
    messages,
    onReply: reply,
    onShareLocation: wamid => setLocationFor({ replyTo: wamid }),
  })
  useReadOnOpen(chat, inbox.messages?.at(-1)?.wamid)

  const stage = (files: File[], as?: FileKind) => setStaged(files.length ? { files, as } : undefined)
  const sayReply = { replyTo: replyTo?.wamid }
  return (
    <ChatContext value={tools}>
      <DropZone onFiles={stage} disabled={tools.blocked}>
        <ChatHeader chat={chat} />
        <LineDown className="md:hidden" />
        {inbox.isError && !inbox.data ? (
          <Empty icon="warning" title="The messages did not come">
            <p>{inbox.error.message}</p>
            <Button icon="retry" onClick={() => inbox.refetch()}>
              Try again
            </Button>
          </Empty>
        ) : (
          <MessageList
            messages={messages}
            waiting={customer.online ? 0 : chat.waiting}
            loaded={!!inbox.data}
            hasOlder={inbox.hasNextPage}
            loadingOlder={inbox.isFetchingNextPage}
            onOlder={inbox.fetchNextPage}
          />
        )}
        <Composer
          replyTo={replyTo}
          about={about}
          onCancelReply={() => reply()}
          onFiles={stage}
          onLocation={() => setLocationFor(sayReply)}
        />
      </DropZone>
      {staged && (
        <FileStage
          {...staged}
          onClose={() => setStaged(undefined)}
          onSend={drafts => {
            for (const draft of drafts) tools.send({ ...draft, ...sayReply })
            setStaged(undefined)
            reply()
          }}
        />
      )}
      {locationFor && (
        <LocationSheet
          onClose={() => setLocationFor(undefined)}
          onSend={location => {
            tools.send({ location, ...locationFor })
            setLocationFor(undefined)
            reply()
          }}
        />
      )}
    </ChatContext>
  )
}
