import type { Action, InteractiveContent, Message, Section } from '../../api/messages.ts'
import { Icon } from '../../ui/icon.tsx'
import { useChat } from '../chat-context.ts'
import { CartSheet } from '../forms/cart-sheet.tsx'
import { BubbleButtons } from './bubble-button.tsx'
import { FormButton } from './form-button.tsx'

/** As `tap` on the server knows the button. */
const TITLE = 'View items'

/** Products are known by their retailer ids only; the phone shows those, and a cart to put them into. */
export function ProductSheet({ message, content }: { message: Message; content: InteractiveContent }) {
  const { press, askAbout } = useChat()
  const { action = {}, header } = content
  const sections = sectionsOf(action)
  const ids = sections.flatMap(section => section.product_items ?? []).map(item => item.product_retailer_id)
  const [single, ...more] = ids
  return (
    <>
      <div className="mt-1 flex items-center gap-3 rounded-[0.85rem] bg-sunk p-3">
        <Icon name={more.length === 0 ? 'gift' : 'shop'} className="size-7 text-accent" />
        <span className="min-w-0">
          <span className="block truncate font-medium">{more.length === 0 ? single : `${ids.length} products`}</span>
          <span className="block text-soft text-sm">from the catalog</span>
        </span>
      </div>
      <BubbleButtons>
        <FormButton icon="shop" title={TITLE}>
          {close => (
            <CartSheet
              title={header?.text ?? 'Products'}
              catalogId={action.catalog_id ?? action.cards?.[0]?.action?.catalog_id}
              sections={sections}
              onClose={close}
              onSubmit={data => press(message, { title: TITLE, data })}
              onAsk={product => askAbout(product, message)}
            />
          )}
        </FormButton>
      </BubbleButtons>
    </>
  )
}

function sectionsOf({ product_retailer_id, sections, cards }: Action): Section[] {
  if (product_retailer_id) return [{ product_items: [{ product_retailer_id }] }]
  if (sections) return sections
  const ids = (cards ?? []).flatMap(card => card.action?.product_retailer_id ?? [])
  return [{ product_items: ids.map(id => ({ product_retailer_id: id })) }]
}
