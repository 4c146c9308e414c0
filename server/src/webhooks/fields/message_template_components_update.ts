import type { TemplateComponent } from '../../domain/templates/model.ts'
import type { WebhookField } from '../field.ts'
import { templateHead } from '../template-head.ts'

interface Button {
  type: string
  text?: string
  url?: string
  phone_number?: string
}

/**
 * What stands in a template after an edit: the body always, the rest where there is some.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/message_template_components_update
 */
export const messageTemplateComponentsUpdate: WebhookField = {
  name: 'message_template_components_update',
  events: ['template.edited'],
  timed: true,
  value(event) {
    if (event.type !== 'template.edited' || !event.components) return undefined
    const title = textOf(event.components, 'HEADER')
    const footer = textOf(event.components, 'FOOTER')
    const buttons = event.components.find(({ type }) => type === 'BUTTONS')?.buttons as Button[] | undefined
    return {
      ...templateHead(event),
      ...(title === undefined ? {} : { message_template_title: title }),
      message_template_element: textOf(event.components, 'BODY') ?? '',
      ...(footer === undefined ? {} : { message_template_footer: footer }),
      ...(buttons ? { message_template_buttons: buttons.map(button) } : {}),
    }
  },
  sample: {
    message_template_id: 1315502779341834,
    message_template_name: 'order_confirmation',
    message_template_language: 'en_US',
    message_template_title: 'Your order is confirmed!',
    message_template_element: 'Thank you for your order, {{1}}! We ship it soon.',
    message_template_footer: 'Lucky Shrub: the Succulent Specialists!',
    message_template_buttons: [
      {
        message_template_button_type: 'PHONE_NUMBER',
        message_template_button_text: 'Phone support',
        message_template_button_phone_number: '+15550783881',
      },
      {
        message_template_button_type: 'URL',
        message_template_button_text: 'Email support',
        message_template_button_url: 'https://www.luckyshrub.com/support',
      },
    ],
  },
}

const textOf = (components: readonly TemplateComponent[], type: string): string | undefined =>
  components.find(component => component.type === type)?.text as string | undefined

const button = ({ type, text, url, phone_number }: Button) => ({
  message_template_button_type: type,
  message_template_button_text: text ?? '',
  ...(url === undefined ? {} : { message_template_button_url: url }),
  ...(phone_number === undefined ? {} : { message_template_button_phone_number: phone_number }),
})
