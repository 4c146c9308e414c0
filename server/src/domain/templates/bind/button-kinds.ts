import { type Json, textIn, upperIn } from '../json.ts'
import type { RenderedButton } from '../rendered.ts'
import { action, nothing, orderDetails, productList } from './button-actions.ts'
import { coupon, isDynamic, quickReply, url, voiceCall } from './button-values.ts'

/** What holds for all buttons of one template. */
export interface ButtonContext {
  named: boolean
  /** Characters of a value; authentication templates only. */
  valueMax?: number | undefined
  /** Characters of a coupon. */
  codeMax: number
}

export interface Binding {
  button: Json
  index: number
  parameters: readonly Json[]
  /** How the platform's details call the type. */
  label: string
  context: ButtonContext
}

export interface ButtonKind {
  label: string
  /** `sub_type` of a send, upper case. */
  subType: string
  defaultText?: string
  takes: (button: Json) => boolean
  bind: (binding: Binding) => Partial<RenderedButton>
}

const always = () => true
const never = () => false

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components */
export const KINDS = {
  URL: { label: 'Url', subType: 'URL', takes: isDynamic, bind: url },
  QUICK_REPLY: { label: 'QuickReply', subType: 'QUICK_REPLY', takes: always, bind: quickReply },
  COPY_CODE: { label: 'CopyCode', subType: 'COPY_CODE', defaultText: 'Copy code', takes: always, bind: coupon },
  FLOW: { label: 'Flow', subType: 'FLOW', takes: always, bind: action },
  CATALOG: { label: 'Catalog', subType: 'CATALOG', defaultText: 'View catalog', takes: always, bind: action },
  MPM: { label: 'Mpm', subType: 'MPM', defaultText: 'View items', takes: always, bind: productList },
  SPM: { label: 'Spm', subType: 'SPM', defaultText: 'View', takes: never, bind: nothing },
  VOICE_CALL: { label: 'VoiceCall', subType: 'VOICE_CALL', takes: always, bind: voiceCall },
  ORDER_DETAILS: { label: 'OrderDetails', subType: 'ORDER_DETAILS', takes: always, bind: orderDetails },
  PHONE_NUMBER: { label: 'PhoneNumber', subType: 'PHONE_NUMBER', takes: never, bind: nothing },
  REQUEST_CONTACT_INFO: {
    label: 'RequestContactInfo',
    subType: 'REQUEST_CONTACT_INFO',
    defaultText: 'Share Contact Info',
    takes: never,
    bind: nothing,
  },
} as const satisfies Record<string, ButtonKind>

/** One-time password buttons are URL buttons to the sender. A type nobody knows takes nothing. */
export function kindOf(button: Json): ButtonKind {
  const type = upperIn(button.type)
  if (type === 'OTP') return KINDS.URL
  return Object.hasOwn(KINDS, type)
    ? KINDS[type as keyof typeof KINDS]
    : { label: textIn(button.type) ?? 'Unknown', subType: type, takes: never, bind: nothing }
}
