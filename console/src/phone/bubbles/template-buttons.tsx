import { useState } from 'react'
import type { Message, Section, TemplateButton } from '../../api/messages.ts'
import { copyText } from '../../ui/copy.ts'
import { Dialog } from '../../ui/dialog.tsx'
import type { IconName } from '../../ui/icon.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useChat } from '../chat-context.ts'
import { CartSheet } from '../forms/cart-sheet.tsx'
import { FlowSheet } from '../forms/flow-sheet.tsx'
import { BubbleButton, BubbleButtons } from './bubble-button.tsx'
import { FormButton } from './form-button.tsx'

const ICONS: Record<string, IconName> = {
  QUICK_REPLY: 'reply',
  URL: 'external',
  PHONE_NUMBER: 'phone',
  VOICE_CALL: 'phone',
  COPY_CODE: 'copy',
  OTP: 'copy',
  FLOW: 'form',
  CATALOG: 'shop',
  MPM: 'shop',
  SPM: 'shop',
  ORDER_DETAILS: 'cart',
  REQUEST_CONTACT_INFO: 'person',
  APP: 'external',
}
const SHOWN = 3

/** Up to three buttons stand under the template; of more, two do, and the rest is a sheet away. */
export function TemplateButtons({ message, buttons }: { message: Message; buttons: TemplateButton[] }) {
  const [open, setOpen] = useState(false)
  const shown = buttons.length > SHOWN ? buttons.slice(0, SHOWN - 1) : buttons
  return (
    <BubbleButtons>
      {shown.map(button => (
        <OneButton key={keyOf(button)} message={message} button={button} />
      ))}
      {shown.length < buttons.length && (
        <BubbleButton icon="list" onPress={() => setOpen(true)}>
          All options
        </BubbleButton>
      )}
      {open && (
        <Dialog title="All options" onClose={() => setOpen(false)}>
          <BubbleButtons>
            {buttons.map(button => (
              <OneButton key={keyOf(button)} message={message} button={button} onPressed={() => setOpen(false)} />
            ))}
          </BubbleButtons>
        </Dialog>
      )}
    </BubbleButtons>
  )
}

interface OneButtonProps {
  message: Message
  button: TemplateButton
  onPressed?: () => void
}

function OneButton({ message, button, onPressed }: OneButtonProps) {
  const chat = useChat()
  const toast = useToast()
  const title = button.text || TITLES[button.type] || button.type
  const press = async () => {
    onPressed?.()
    if (button.type === 'QUICK_REPLY') return chat.send({ tap: { id: button.payload, title }, replyTo: message.wamid })
    const code = button.code ?? (isCode(button.type) ? button.payload : undefined)
    if (code) {
      await copyText(code)
      return toast.say(`Copied ${code}`, { icon: 'copy' })
    }
    if (button.phone_number) return toast.say(`A phone would call ${button.phone_number} now.`, { icon: 'phone' })
    chat.press(message, { title })
  }
  const answer = (data: object) => {
    onPressed?.()
    chat.press(message, { title, data })
  }
  if (button.type === 'FLOW') {
    return (
      <FormButton icon="form" title={title}>
        {close => <FlowSheet title={title} onClose={close} onSubmit={answer} />}
      </FormButton>
    )
  }
  if (SHOPS.has(button.type)) {
    return (
      <FormButton icon="shop" title={title}>
        {close => <CartSheet title={title} {...productsOf(message, button)} onClose={close} onSubmit={answer} />}
      </FormButton>
    )
  }
  return (
    <BubbleButton
      icon={ICONS[button.type]}
      chosen={button.type === 'QUICK_REPLY' && chat.chosen(message.wamid).has(title)}
      onPress={press}
    >
      {title}
    </BubbleButton>
  )
}

const TITLES: Record<string, string> = {
  COPY_CODE: 'Copy code',
  OTP: 'Copy code',
  FLOW: 'Open form',
  CATALOG: 'View catalog',
  REQUEST_CONTACT_INFO: 'Share Contact Info',
}
const SHOPS = new Set(['CATALOG', 'MPM', 'SPM'])

/** What a template shows of a catalog: the list it was sent with, or the products in its headers. */
function productsOf(message: Message, { action }: TemplateButton): { catalogId?: string; sections: Section[] } {
  const { header, cards = [] } = message.template?.rendered ?? {}
  const products = [header, ...cards.map(card => card.header)].flatMap(one => one?.product ?? [])
  const catalogId = products.find(product => product.catalog_id)?.catalog_id
  return { catalogId, sections: action?.sections ?? [{ product_items: products }] }
}

const isCode = (type: string) => type === 'COPY_CODE' || type === 'OTP'
const keyOf = ({ index, type, text }: TemplateButton) => `${index}-${type}-${text}`
