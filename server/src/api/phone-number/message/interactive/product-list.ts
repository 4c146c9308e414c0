import { z } from 'zod'
import { frame } from './frame.ts'

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/catalogs/sell-products-and-services/share-products */
export const ProductListMessage = z.looseObject({
  type: z.literal('product_list'),
  ...frame,
  action: z.looseObject({
    catalog_id: z.string(),
    sections: z
      .array(
        z.looseObject({
          title: z.string().optional().describe('Up to 24 characters.'),
          product_items: z.array(z.looseObject({ product_retailer_id: z.string() })),
        }),
      )
      .describe('One to ten sections with thirty products in all.'),
  }),
})
