import { ValueNotValid } from '../../catalogue.ts'
import { SECOND } from '../../time.ts'
import { firstOf, ofInteractive } from '../check.ts'
import { filled, withinLengths } from '../text-length.ts'
import { withinCount } from './choices.ts'

/**
 * Asking for a payment, and telling how an order goes on.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/overview
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-br/overview
 */
const REFERENCE_ID_MAX_INDIA = 35
const REFERENCE_ID_MAX_BRAZIL = 60
const ORDER_TEXT_MAX = 60
const ORDER_DESCRIPTION_MAX = 120
const MAX_ITEM_IMAGES = 10
/** An order has to stay payable for a while. */
const MIN_EXPIRATION = 300 * SECOND

const PARAMETERS = "interactive['action']['parameters']"
const REFERENCE_ID = /^[A-Za-z0-9_.-]+$/

export const orderReference = ofInteractive('order_details', ({ action: { parameters } }) => {
  const max = parameters.currency.toUpperCase() === 'INR' ? REFERENCE_ID_MAX_INDIA : REFERENCE_ID_MAX_BRAZIL
  return (
    filled(`${PARAMETERS}['reference_id']`, parameters.reference_id) ??
    withinLengths('reference_id', parameters.reference_id, 1, max) ??
    (REFERENCE_ID.test(parameters.reference_id)
      ? undefined
      : ValueNotValid('reference_id can only have letters, digits, underscores, dashes and dots'))
  )
})

export const orderItems = ofInteractive('order_details', ({ action: { parameters } }) => {
  const { items } = parameters.order
  const pictured = items.filter(item => item.image).length
  return (
    withinCount('items', items.length, 1, Number.MAX_SAFE_INTEGER) ??
    firstOf(
      items,
      ({ name, quantity }, index) =>
        filled(`${PARAMETERS}['order']['items'][${index}]['name']`, name) ??
        withinLengths('Item name', name, 1, ORDER_TEXT_MAX) ??
        (quantity > 0 ? undefined : ValueNotValid('Item quantity must be greater than zero')),
    ) ??
    withinCount('item images', pictured, 0, MAX_ITEM_IMAGES)
  )
})

export const orderTexts = ofInteractive('order_details', ({ action: { parameters } }) => {
  const { tax, shipping, discount, expiration } = parameters.order
  return (
    withinLengths('Tax description', tax?.description ?? '', 0, ORDER_TEXT_MAX) ??
    withinLengths('Shipping description', shipping?.description ?? '', 0, ORDER_TEXT_MAX) ??
    withinLengths('Discount description', discount?.description ?? '', 0, ORDER_TEXT_MAX) ??
    withinLengths('Discount program name', discount?.discount_program_name ?? '', 0, ORDER_TEXT_MAX) ??
    withinLengths('Expiration description', expiration?.description ?? '', 0, ORDER_DESCRIPTION_MAX)
  )
})

export const orderTotals = ofInteractive('order_details', ({ action: { parameters } }) => {
  const { subtotal, tax, shipping, discount } = parameters.order
  const due = subtotal.value + (tax?.value ?? 0) + (shipping?.value ?? 0) - (discount?.value ?? 0)
  return due === parameters.total_amount.value
    ? undefined
    : ValueNotValid('total_amount must be the sum of subtotal, tax and shipping less discount')
})

export const orderExpiration = ofInteractive('order_details', ({ action: { parameters } }, now) => {
  const { expiration } = parameters.order
  if (!expiration || Number(expiration.timestamp) * SECOND >= now + MIN_EXPIRATION) return undefined
  return ValueNotValid(`Order expiration must be at least ${MIN_EXPIRATION / SECOND} seconds in the future`)
})

export const orderStatus = ofInteractive(
  'order_status',
  ({ action: { parameters } }) =>
    filled(`${PARAMETERS}['reference_id']`, parameters.reference_id) ??
    withinLengths('Order description', parameters.order.description ?? '', 0, ORDER_DESCRIPTION_MAX),
)

export const orderChecks = [orderReference, orderItems, orderTexts, orderTotals, orderExpiration, orderStatus]
