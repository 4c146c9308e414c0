import { z } from 'zod'
import { NoParams, operation, Success, success } from '../../graph/operation.ts'
import { PhoneNumberNode } from './node.ts'

const contract = {
  on: PhoneNumberNode,
  edge: 'whatsapp_commerce_settings',
  docs: 'catalogs/sell-products-and-services/set-commerce-settings',
  access: ['whatsapp_business_management', 'whatsapp_business_messaging'] as const,
}

export const getCommerceSettings = operation({
  ...contract,
  method: 'GET',
  name: 'getCommerceSettings',
  summary: 'Whether customers see the catalog and have a cart; no data while nothing was set.',
  params: NoParams,
  returns: z.object({
    data: z.array(z.object({ id: z.string(), is_cart_enabled: z.boolean(), is_catalog_visible: z.boolean() })),
  }),
}).run(async ({ node: { commerce } }) => ({ data: commerce ? [commerce] : [] }))

export const setCommerceSettings = operation({
  ...contract,
  method: 'POST',
  name: 'setCommerceSettings',
  summary: 'Show or hide the catalog, and switch the cart on or off.',
  params: z.looseObject({
    is_cart_enabled: z.boolean().optional(),
    is_catalog_visible: z.boolean().optional(),
  }),
  returns: Success,
}).run(async ({ node: number, params, stage, ids, now, record }) => {
  const before = number.commerce ?? { id: ids.node(), is_cart_enabled: true, is_catalog_visible: false }
  const { is_cart_enabled = before.is_cart_enabled, is_catalog_visible = before.is_catalog_visible } = params
  stage.numbers.change({ ...number, commerce: { id: before.id, is_cart_enabled, is_catalog_visible } })
  record({ type: 'number.changed', at: now, account_id: number.account_id, phone_number_id: number.id })
  return success
})
