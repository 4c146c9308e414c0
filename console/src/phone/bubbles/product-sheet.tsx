import { useState } from 'react'
import type { InteractiveContent } from '../../api/messages.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Icon } from '../../ui/icon.tsx'
import { BubbleButton, BubbleButtons } from './bubble-button.tsx'

/** Products are known by their retailer ids only; the phone shows those. */
export function ProductSheet({ content }: { content: InteractiveContent }) {
  const [open, setOpen] = useState(false)
  const single = content.action?.product_retailer_id
  const sections = single
    ? [{ title: undefined, product_items: [{ product_retailer_id: single }] }]
    : (content.action?.sections ?? [])
  const count = sections.reduce((sum, section) => sum + (section.product_items?.length ?? 0), 0)
  return (
    <>
      <div className="mt-1 flex items-center gap-3 rounded-[0.85rem] bg-sunk p-3">
        <Icon name={single ? 'gift' : 'shop'} className="size-7 text-accent" />
        <span className="min-w-0">
          <span className="block truncate font-medium">{single ?? `${count} products`}</span>
          <span className="block text-soft text-sm">from the catalog</span>
        </span>
      </div>
      <BubbleButtons>
        <BubbleButton icon="shop" onPress={() => setOpen(true)}>
          {single ? 'View' : 'View items'}
        </BubbleButton>
      </BubbleButtons>
      {open && (
        <Dialog title={content.header?.text ?? 'Products'} onClose={() => setOpen(false)}>
          {sections.map(section => (
            <section key={section.title ?? ''} className="mb-4">
              {section.title && <h3 className="mb-1 font-semibold text-soft text-sm">{section.title}</h3>}
              <ul className="flex flex-col gap-1.5">
                {section.product_items?.map(({ product_retailer_id }) => (
                  <li key={product_retailer_id} className="flex items-center gap-3 rounded-xl bg-sunk p-3">
                    <Icon name="gift" className="size-6 text-accent" />
                    <span className="[overflow-wrap:anywhere]">{product_retailer_id}</span>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </Dialog>
      )}
    </>
  )
}
