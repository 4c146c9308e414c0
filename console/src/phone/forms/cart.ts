import type { Order, Section } from '../../api/messages.ts'

/** A product in the cart sheet; none of it is ordered while the quantity is 0. */
export interface CartLine {
  key: number
  id: string
  /** Title of the section that begins with it. */
  section?: string
  quantity: number
  price: number
}

/** What a product costs until somebody says otherwise. */
const PRICE = 10

/** Every product that a message shows; a single one is in the cart at once. */
export function linesOf(sections: readonly Section[]): CartLine[] {
  const products = sections.flatMap(({ title, product_items = [] }) =>
    product_items.map(({ product_retailer_id }, index) => ({
      id: product_retailer_id,
      ...(index === 0 && title ? { section: title } : {}),
    })),
  )
  if (products.length === 0) return [emptyLine([])]
  return products.map((product, key) => ({ ...product, key, quantity: products.length === 1 ? 1 : 0, price: PRICE }))
}

export const emptyLine = (lines: readonly CartLine[]): CartLine => ({
  key: Math.max(-1, ...lines.map(({ key }) => key)) + 1,
  id: '',
  quantity: 1,
  price: PRICE,
})

interface Filled {
  catalogId: string
  lines: readonly CartLine[]
  currency: string
  text: string
}

/** The order, once there is something in it. */
export function orderOf({ catalogId, lines, currency, text }: Filled): Order | undefined {
  const ordered = lines.filter(({ id, quantity, price }) => id.trim() !== '' && quantity > 0 && price >= 0)
  if (ordered.length === 0 || catalogId.trim() === '' || currency.length !== 3) return undefined
  return {
    catalog_id: catalogId.trim(),
    ...(text.trim() ? { text: text.trim() } : {}),
    product_items: ordered.map(({ id, quantity, price }) => ({
      product_retailer_id: id.trim(),
      quantity,
      item_price: price,
      currency,
    })),
  }
}

export const total = (lines: readonly { quantity: number; price: number }[], currency: string): string =>
  money(
    lines.reduce((sum, { quantity, price }) => sum + (price >= 0 ? quantity * price : 0), 0),
    currency,
  )

/** `$25.50`; for what is no currency, the number and the letters. */
export function money(amount: number, currency: string): string {
  try {
    return new Intl.NumberFormat(undefined, { style: 'currency', currency }).format(amount)
  } catch {
    return `${amount} ${currency}`
  }
}
