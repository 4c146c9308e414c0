import { ValueNotValid } from '../../catalogue.ts'
import { firstOf, ofInteractive } from '../check.ts'
import { filled, notTooLong } from '../text-length.ts'
import { withinCount } from './choices.ts'

/**
 * Products of a catalogue, one or several.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/catalogs/sell-products-and-services/share-products
 */
const MAX_PRODUCT_SECTIONS = 10
/** Over all sections together. */
const MAX_PRODUCTS = 30
const PRODUCT_SECTION_TITLE_MAX = 24

const ACTION = "interactive['action']"

export const productNamed = ofInteractive(
  'product',
  ({ action }) =>
    filled(`${ACTION}['catalog_id']`, action.catalog_id) ??
    filled(`${ACTION}['product_retailer_id']`, action.product_retailer_id),
)

export const productCounts = ofInteractive('product_list', ({ action: { catalog_id, sections } }) => {
  const products = sections.reduce((sum, section) => sum + section.product_items.length, 0)
  return (
    filled(`${ACTION}['catalog_id']`, catalog_id) ??
    withinCount('sections', sections.length, 1, MAX_PRODUCT_SECTIONS) ??
    (products > MAX_PRODUCTS
      ? ValueNotValid(`Total product count exceed max allowed count: ${MAX_PRODUCTS}`)
      : undefined) ??
    firstOf(sections, ({ product_items }) => withinCount('products', product_items.length, 1, MAX_PRODUCTS))
  )
})

export const productSections = ofInteractive('product_list', ({ action: { sections } }) =>
  firstOf(sections, ({ title, product_items }, section) => {
    const at = `${ACTION}['sections'][${section}]`
    return (
      (sections.length > 1 ? filled(`${at}['title']`, title) : undefined) ??
      notTooLong('Section title', title, PRODUCT_SECTION_TITLE_MAX) ??
      firstOf(product_items, ({ product_retailer_id }, item) =>
        filled(`${at}['product_items'][${item}]['product_retailer_id']`, product_retailer_id),
      )
    )
  }),
)

export const productChecks = [productNamed, productCounts, productSections]
