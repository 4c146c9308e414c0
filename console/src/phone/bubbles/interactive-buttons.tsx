import { useState } from 'react'
import type { InteractiveContent, Message } from '../../api/messages.ts'
import type { IconName } from '../../ui/icon.tsx'
import { useChat } from '../chat-context.ts'
import { ListSheet } from '../list-sheet.tsx'
import { BubbleButton, BubbleButtons } from './bubble-button.tsx'
import { ProductSheet } from './product-sheet.tsx'

interface InteractiveButtonsProps {
  message: Message
  content: InteractiveContent
}

/** Kinds whose single button opens something on the phone or elsewhere. `tap` on the server says what comes of it. */
const PRESSES: Record<string, { icon: IconName; title: string }> = {
  cta_url: { icon: 'external', title: 'Open' },
  flow: { icon: 'form', title: 'Open form' },
  address_message: { icon: 'pin', title: 'Provide address' },
  catalog_message: { icon: 'shop', title: 'View catalog' },
  voice_call: { icon: 'phone', title: 'Call' },
  order_details: { icon: 'cart', title: 'Review and pay' },
  order_status: { icon: 'cart', title: 'View order' },
  payment_request: { icon: 'cart', title: 'Pay' },
}

export function InteractiveButtons({ message, content }: InteractiveButtonsProps) {
  switch (content.type) {
    case 'button':
    case 'quick_reply':
      return <ReplyButtons message={message} content={content} />
    case 'list':
      return <ListButton message={message} content={content} />
    case 'location_request_message':
      return <LocationButton message={message} />
    case 'call_permission_request':
      return <CallPermission message={message} />
    case 'product':
    case 'product_list':
      return <ProductSheet content={content} />
    default:
      return <PressButton message={message} content={content} />
  }
}

function ReplyButtons({ message, content }: InteractiveButtonsProps) {
  const chat = useChat()
  const buttons = content.action?.buttons?.flatMap(({ reply }) => (reply ? [reply] : [])) ?? []
  return (
    <BubbleButtons>
      {buttons.map(({ id, title }) => (
        <BubbleButton
          key={id}
          icon="reply"
          chosen={chat.chosen(message.wamid).has(title)}
          onPress={() => chat.send({ tap: { id, title }, replyTo: message.wamid })}
        >
          {title}
        </BubbleButton>
      ))}
    </BubbleButtons>
  )
}

function ListButton({ message, content }: InteractiveButtonsProps) {
  const chat = useChat()
  const [open, setOpen] = useState(false)
  const title = content.action?.button ?? 'Choose'
  return (
    <BubbleButtons>
      <BubbleButton icon="list" onPress={() => setOpen(true)}>
        {title}
      </BubbleButton>
      {open && (
        <ListSheet
          title={title}
          sections={content.action?.sections ?? []}
          chosen={chat.chosen(message.wamid)}
          onClose={() => setOpen(false)}
          onChoose={row => {
            setOpen(false)
            chat.send({ tap: { id: row.id, title: row.title }, replyTo: message.wamid })
          }}
        />
      )}
    </BubbleButtons>
  )
}

function LocationButton({ message }: { message: Message }) {
  const { shareLocation } = useChat()
  return (
    <BubbleButtons>
      <BubbleButton icon="pin" onPress={() => shareLocation(message.wamid)}>
        Send location
      </BubbleButton>
    </BubbleButtons>
  )
}

function CallPermission({ message }: { message: Message }) {
  const { press, number } = useChat()
  return (
    <>
      <p className="px-1.5 pt-1 text-soft text-sm">May {number.verified_name} call you?</p>
      <BubbleButtons>
        <BubbleButton icon="phone" onPress={() => press(message, { id: 'accept', title: 'Allow calls' })}>
          Allow calls
        </BubbleButton>
        <BubbleButton icon="close" onPress={() => press(message, { id: 'reject', title: 'Do not allow' })}>
          Do not allow
        </BubbleButton>
      </BubbleButtons>
    </>
  )
}

function PressButton({ message, content }: InteractiveButtonsProps) {
  const { press } = useChat()
  const known = PRESSES[content.type]
  const { display_text, flow_cta } = content.action?.parameters ?? {}
  const title = display_text ?? flow_cta ?? known?.title
  if (!title) return null
  return (
    <BubbleButtons>
      <BubbleButton icon={known?.icon} onPress={() => press(message, { title })}>
        {title}
      </BubbleButton>
    </BubbleButtons>
  )
}
