import { z } from 'zod'
import { bodiless } from './frame.ts'

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/catalogs/sell-products-and-services/share-products */
export const ProductMessage = z.looseObject({
  type: z.literal('product'),
  ...bodiless,
  action: z.looseObject({ catalog_id: z.string(), product_retailer_id: z.string() }),
})
