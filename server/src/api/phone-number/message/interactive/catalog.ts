import { z } from 'zod'
import { frame } from './frame.ts'

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/catalogs/sell-products-and-services/share-products */
export const CatalogMessage = z.looseObject({
  type: z.literal('catalog_message'),
  ...frame,
  action: z.looseObject({
    name: z.literal('catalog_message'),
    parameters: z
      .looseObject({ thumbnail_product_retailer_id: z.string().optional() })
      .optional()
      .describe('Without it, the first product is shown.'),
  }),
})
