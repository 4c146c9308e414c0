import { useState } from 'react'
import type { InteractiveContent, Message } from '../../api/messages.ts'
import type { IconName } from '../../ui/icon.tsx'
import { useChat } from '../chat-context.ts'
import { AddressSheet } from '../forms/address-sheet.tsx'
import { BillSheet } from '../forms/bill-sheet.tsx'
import { CartSheet } from '../forms/cart-sheet.tsx'
import { FlowSheet } from '../forms/flow-sheet.tsx'
import { ListSheet } from '../list-sheet.tsx'
import { BubbleButton, BubbleButtons } from './bubble-button.tsx'
import { CallPermission } from './call-permission.tsx'
import { FormButton } from './form-button.tsx'
import { ProductSheet } from './product-sheet.tsx'

interface InteractiveButtonsProps {
  message: Message
  content: InteractiveContent
}

/** Kinds whose single button does something on the phone. `tap` on the server says what comes of it. */
const PRESSES: Record<string, { icon: IconName; title: string }> = {
  cta_url: { icon: 'external', title: 'Open' },
  request_contact_info: { icon: 'person', title: 'Share Contact Info' },
  voice_call: { icon: 'phone', title: 'Call Now' },
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
      return <ProductSheet message={message} content={content} />
    case 'catalog_message':
    case 'address_message':
    case 'flow':
      return <AskButton message={message} content={content} />
    case 'order_details':
    case 'order_status':
      return <BillButton content={content} />
    default:
      return <PressButton message={message} content={content} />
  }
}

function ReplyButtons({ message, content }: InteractiveButtonsProps) {
  const chat = useChat()
  const all = content.action?.buttons ?? []
  const links = all.flatMap(({ cta_url }) => cta_url ?? [])
  const buttons = all.flatMap(({ reply, quick_reply }) => reply ?? quick_reply ?? [])
  return (
    <BubbleButtons>
      {links.map(({ display_text: title }) => (
        <BubbleButton key={title} icon="external" onPress={() => chat.press(message, { title })}>
          {title}
        </BubbleButton>
      ))}
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

/** Opens a sheet; what is filled in goes to the business as the answer. */
function AskButton({ message, content }: InteractiveButtonsProps) {
  const { press } = useChat()
  const { flow_cta, flow_action_payload, values, saved_addresses } = content.action?.parameters ?? {}
  const answer = (title: string) => (data: object) => press(message, { title, data })
  if (content.type === 'flow') {
    const title = flow_cta ?? 'Open form'
    return (
      <BubbleButtons>
        <FormButton icon="form" title={title}>
          {close => <FlowSheet title={title} given={flow_action_payload} onClose={close} onSubmit={answer(title)} />}
        </FormButton>
      </BubbleButtons>
    )
  }
  if (content.type === 'address_message') {
    return (
      <BubbleButtons>
        <FormButton icon="pin" title="Provide address">
          {close => (
            <AddressSheet given={values} saved={saved_addresses} onClose={close} onSubmit={answer('Provide address')} />
          )}
        </FormButton>
      </BubbleButtons>
    )
  }
  return (
    <BubbleButtons>
      <FormButton icon="shop" title="View catalog">
        {close => <CartSheet title="Catalog" sections={[]} onClose={close} onSubmit={answer('View catalog')} />}
      </FormButton>
    </BubbleButtons>
  )
}

function BillButton({ content }: { content: InteractiveContent }) {
  const { action = {}, type } = content
  return (
    <BubbleButtons>
      <FormButton icon="cart" title={type === 'order_details' ? 'Review order' : 'View order'}>
        {close => <BillSheet action={action} onClose={close} />}
      </FormButton>
    </BubbleButtons>
  )
}

function PressButton({ message, content }: InteractiveButtonsProps) {
  const { press } = useChat()
  const known = PRESSES[content.type]
  const title = content.action?.parameters?.display_text ?? known?.title
  if (!title) return null
  return (
    <BubbleButtons>
      <BubbleButton icon={known?.icon} onPress={() => press(message, { title })}>
        {title}
      </BubbleButton>
    </BubbleButtons>
  )
}
