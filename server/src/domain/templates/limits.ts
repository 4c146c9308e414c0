/*
 * Figures of templates, each with its unit.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components
 */

/** Characters. */
export const NAME_MAX = 512
export const HEADER_TEXT_MAX = 60
export const BODY_TEXT_MAX = 1024
/** Once a message has filled it in, where a template has nothing but a body. */
export const LONE_BODY_TEXT_MAX = 32_768
export const FOOTER_TEXT_MAX = 60
export const BUTTON_TEXT_MAX = 25
export const URL_MAX = 2000
export const PHONE_NUMBER_MAX = 20
export const COUPON_CODE_MAX = 20

/** Characters in a body beside a limited-time offer, and of the offer and its coupon. */
export const OFFER_BODY_MAX = 600
export const OFFER_TEXT_MAX = 16
export const OFFER_CODE_MAX = 15

/** Characters in the body of a card, and of a template with a single product. */
export const CARD_BODY_MAX = 160

/** Characters of a value in an authentication template. */
export const AUTHENTICATION_VALUE_MAX = 15

/** Buttons of a template and of a card. */
export const BUTTONS_MAX = 10
export const CARD_BUTTONS_MAX = 2

export const CARDS_MIN = 2
export const CARDS_MAX = 10

/** Characters of what a tap sends back. The documentation says 128 in one place and 256 in another. */
export const PAYLOAD_MAX = 256
export const CALL_PAYLOAD_MAX = 512

/** Minutes a call button works: 30 days at most. */
export const CALL_TTL_MIN = 1
export const CALL_TTL_MAX = 43_200
/** A template's call button works for a day at least. */
export const CALL_BUTTON_TTL_MIN = 1440

/** Sections of a multi-product message, products over all of them, characters of a section's title. */
export const SECTIONS_MAX = 10
export const PRODUCTS_MAX = 30
export const SECTION_TITLE_MAX = 24
