import { useState } from 'react'
import type { ProductRef, Section } from '../../api/messages.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { type CartLine, emptyLine, linesOf, orderOf, total } from './cart.ts'
import { FormSheet } from './form-sheet.tsx'

interface CartSheetProps {
  title: string
  /** Unknown where the message shows a whole catalog: then the customer says which. */
  catalogId?: string
  sections: Section[]
  onClose: () => void
  onSubmit: (order: object) => void
  /** Writes to the business about a product instead. */
  onAsk?: (product: ProductRef) => void
}

/** The products of a message, with how many of each. The phone knows their ids only, so the price is typed in. */
export function CartSheet({ title, catalogId, sections, onClose, onSubmit, onAsk }: CartSheetProps) {
  const [lines, setLines] = useState<CartLine[]>(() => linesOf(sections))
  const [catalog, setCatalog] = useState(catalogId ?? '')
  const [currency, setCurrency] = useState('USD')
  const [text, setText] = useState('')
  const change = (key: number, changes: Partial<CartLine>) =>
    setLines(all => all.map(line => (line.key === key ? { ...line, ...changes } : line)))
  const order = orderOf({ catalogId: catalog, lines, currency, text })
  return (
    <FormSheet
      title={title}
      action={order ? `Send order · ${total(lines, currency)}` : 'Send order'}
      disabled={!order}
      onClose={onClose}
      onSubmit={() => order && onSubmit(order)}
    >
      {catalogId === undefined && (
        <Field label="Catalog ID" value={catalog} onChange={event => setCatalog(event.target.value)} required />
      )}
      {lines.map(line => (
        <Line
          key={line.key}
          line={line}
          heading={line.section}
          onChange={changes => change(line.key, changes)}
          typed={catalogId === undefined}
          onAsk={
            onAsk &&
            catalog &&
            (() => {
              onClose()
              onAsk({ catalog_id: catalog, product_retailer_id: line.id })
            })
          }
        />
      ))}
      {catalogId === undefined && (
        <Button icon="plus" className="self-start text-sm" onClick={() => setLines(all => [...all, emptyLine(all)])}>
          Add a product
        </Button>
      )}
      <div className="flex gap-3">
        <Field
          label="Currency"
          className="w-24"
          maxLength={3}
          minLength={3}
          value={currency}
          onChange={event => setCurrency(event.target.value.toUpperCase())}
          required
        />
        <Field
          label="Note"
          className="flex-1"
          placeholder="Optional"
          value={text}
          onChange={event => setText(event.target.value)}
        />
      </div>
    </FormSheet>
  )
}

interface LineProps {
  line: CartLine
  heading?: string
  typed: boolean
  onAsk?: '' | (() => void)
  onChange: (changes: Partial<CartLine>) => void
}

function Line({ line, heading, typed, onAsk, onChange }: LineProps) {
  const { id, quantity, price } = line
  return (
    <>
      {heading && <h3 className="-mb-1 font-semibold text-soft text-sm">{heading}</h3>}
      <div className="flex items-center gap-3 rounded-2xl bg-sunk p-3">
        <Icon name="gift" className="size-6 text-accent" />
        <div className="min-w-0 flex-1">
          {typed ? (
            <input
              aria-label="Product"
              placeholder="Retailer ID"
              value={id}
              onChange={event => onChange({ id: event.target.value })}
              className={INPUT}
            />
          ) : (
            <p className="font-medium [overflow-wrap:anywhere]">{id}</p>
          )}
          <label className="mt-1 flex items-center gap-2 text-soft text-sm">
            Price
            <input
              type="number"
              min={0}
              step="0.01"
              aria-label={`Price of ${id || 'the product'}`}
              value={Number.isNaN(price) ? '' : price}
              onChange={event => onChange({ price: event.target.valueAsNumber })}
              className={`${INPUT} w-24`}
            />
          </label>
        </div>
        <div className="flex items-center">
          {onAsk && <IconButton icon="reply" label={`Ask about ${id || 'the product'}`} onClick={onAsk} />}
          <IconButton
            icon="minus"
            label={`One less of ${id || 'the product'}`}
            disabled={quantity === 0}
            className="disabled:opacity-40"
            onClick={() => onChange({ quantity: quantity - 1 })}
          />
          <output className="w-6 text-center font-semibold tabular-nums">{quantity}</output>
          <IconButton
            icon="plus"
            label={`One more of ${id || 'the product'}`}
            onClick={() => onChange({ quantity: quantity + 1 })}
          />
        </div>
      </div>
    </>
  )
}

const INPUT = 'w-full rounded-lg border border-line bg-bubble px-2 py-1 text-ink outline-none focus:border-accent'
