import { z } from 'zod'
import type { AddressContent } from '../../../domain/messaging/content/interactive.ts'
import { Order, Place } from '../said-content.ts'
import type { Answer, Form } from './effect.ts'

const nfmReply = (name: string, body: string, response: object): Answer => ({
  type: 'interactive',
  content: { type: 'nfm_reply', nfm_reply: { response_json: JSON.stringify(response), body, name } },
})

/** What a flow answers with when none was given a token. */
const UNUSED = 'unused'

/**
 * A flow is filled in as a whole: its fields by their names.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/guides/receiveflowresponse
 */
export const flowForm = (token: string = UNUSED): Form<{ [field: string]: unknown }> => ({
  values: z.looseObject({}),
  asks: 'the fields of the flow by their names',
  answer: values => nfmReply('flow', 'Sent', { flow_token: token, ...values }),
})

type AddressParameters = AddressContent['action']['parameters']

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/address-messages */
export const addressForm = ({ values: given = {}, saved_addresses: saved = [] }: AddressParameters) => ({
  values: z
    .looseObject({ saved_address_id: z.string().optional() })
    .refine(({ saved_address_id: id }) => id === undefined || saved.some(one => one.id === id))
    .refine(data => Object.keys(given).length + Object.keys(data).length > 0),
  asks: 'the fields of the address (name, phone_number, in_pin_code, address, city, …), or the saved_address_id of one',
  answer({ saved_address_id, ...fields }: { saved_address_id?: string | undefined; [field: string]: unknown }) {
    const known = saved.find(({ id }) => id === saved_address_id)?.value ?? given
    const values = { ...known, ...fields }
    const text = Object.values(values).filter(value => typeof value === 'string' && value !== '')
    const chosen = saved_address_id === undefined ? {} : { saved_address_id }
    return nfmReply('address_message', text.join('\n'), { ...chosen, values })
  },
})

export const locationForm: Form<z.output<typeof Place>> = {
  values: Place,
  asks: 'latitude and longitude, and name and address if you like',
  answer: content => ({ type: 'location', content }),
}

/** A cart of products; `catalogId` is known from the message unless that shows a whole catalog. */
export const cartForm = (catalogId?: string): Form<z.output<typeof Order>> => ({
  values: z.preprocess(
    data => (catalogId === undefined ? data : { catalog_id: catalogId, ...(data as object) }),
    Order,
  ) as z.ZodType<z.output<typeof Order>>,
  asks: `${catalogId === undefined ? 'catalog_id, ' : ''}product_items (product_retailer_id, quantity, item_price, currency each), and text if you like`,
  answer: content => ({ type: 'order', content }),
})
