import { Icon } from '../../ui/icon.tsx'
import { total } from '../forms/cart.ts'
import { Caption } from './caption.tsx'
import type { BodyProps } from './index.ts'

export function OrderBody({ message }: BodyProps<'order'>) {
  const { product_items: items = [], text } = message.content
  const count = items.reduce((sum, item) => sum + item.quantity, 0)
  const sum = total(
    items.map(({ quantity, item_price: price }) => ({ quantity, price })),
    items[0]?.currency ?? 'USD',
  )
  return (
    <div className="w-64 max-w-full">
      <div className="flex items-center gap-3 rounded-[0.85rem] bg-sunk p-3">
        <Icon name="cart" className="size-7 text-accent" />
        <div className="min-w-0">
          <p className="font-semibold">
            {count === 1 ? '1 item' : `${count} items`} · {sum}
          </p>
          <p className="truncate text-soft text-sm">
            {items
              .map(({ quantity, product_retailer_id: id }) => (quantity > 1 ? `${quantity} × ${id}` : id))
              .join(', ')}
          </p>
        </div>
      </div>
      <Caption message={message} text={text} />
    </div>
  )
}
