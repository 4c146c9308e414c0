import { z } from 'zod'
import type { InteractiveType } from '../../../../domain/messaging/content/interactive.ts'
import { AddressMessage } from './address.ts'
import { ButtonMessage } from './button.ts'
import { CallPermissionMessage } from './call-permission.ts'
import { CarouselMessage } from './carousel.ts'
import { CatalogMessage } from './catalog.ts'
import { ContactRequestMessage } from './contact-request.ts'
import { FlowMessage } from './flow.ts'
import { Body, Footer, Header } from './frame.ts'
import { ListMessage } from './list.ts'
import { LocationRequestMessage } from './location-request.ts'
import { OrderDetailsMessage } from './order-details.ts'
import { OrderStatusMessage } from './order-status.ts'
import { ProductMessage } from './product.ts'
import { ProductListMessage } from './product-list.ts'
import { UrlMessage } from './url.ts'
import { VoiceCallMessage } from './voice-call.ts'

/** The exact shape of each kind, by `interactive.type`. */
export const interactiveShapes = {
  address_message: AddressMessage,
  button: ButtonMessage,
  call_permission_request: CallPermissionMessage,
  carousel: CarouselMessage,
  catalog_message: CatalogMessage,
  cta_url: UrlMessage,
  flow: FlowMessage,
  list: ListMessage,
  location_request_message: LocationRequestMessage,
  order_details: OrderDetailsMessage,
  order_status: OrderStatusMessage,
  product: ProductMessage,
  product_list: ProductListMessage,
  request_contact_info: ContactRequestMessage,
  voice_call: VoiceCallMessage,
} satisfies Record<InteractiveType, z.ZodType>

/**
 * What all kinds share. The exact shape is a second reading, once the kind is known: only then can a fault be named as
 * the platform names it.
 */
export const Interactive = z
  .looseObject({
    type: z.string().describe(`One of ${Object.keys(interactiveShapes).join(', ')}.`),
    header: Header.optional(),
    body: Body.partial().optional(),
    footer: Footer.optional(),
    action: z.looseObject({}).optional(),
  })
  .describe('A message that is answered by a tap. `type` decides what `action` holds.')
