import { Icon } from '../../ui/icon.tsx'
import { Caption } from './caption.tsx'
import type { BodyProps } from './index.ts'

export function OrderBody({ message }: BodyProps<'order'>) {
  const { product_items: items = [], text } = message.content
  const count = items.reduce((sum, item) => sum + Number(item.quantity || 0), 0)
  return (
    <div className="w-64 max-w-full">
      <div className="flex items-center gap-3 rounded-[0.85rem] bg-sunk p-3">
        <Icon name="cart" className="size-7 text-accent" />
        <div className="min-w-0">
          <p className="font-semibold">{count === 1 ? '1 item' : `${count} items`}</p>
          <p className="truncate text-soft text-sm">{items.map(item => item.product_retailer_id).join(', ')}</p>
        </div>
      </div>
      <Caption message={message} text={text} />
    </div>
  )
}
