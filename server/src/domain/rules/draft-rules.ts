import * as catalogue from '../catalogue.ts'
import * as contacts from '../messaging/rules/contacts.ts'
import * as direct from '../messaging/rules/direct-send.ts'
import * as envelope from '../messaging/rules/envelope.ts'
import * as location from '../messaging/rules/location.ts'
import * as media from '../messaging/rules/media.ts'
import * as pin from '../messaging/rules/pin.ts'
import * as reaction from '../messaging/rules/reaction.ts'
import * as template from '../messaging/rules/template.ts'
import * as text from '../messaging/rules/text.ts'
import { interactiveRules } from './interactive-rules.ts'
import { type Descriptions, usually } from './rule.ts'

/**
 * The rules of `draftChecks`: what each is called, what it says and where that is written.
 */
export const draftRules: Descriptions = new Map([
  usually(
    'on',
    envelope.callbackDataLength,
    'callback-data-length',
    'biz_opaque_callback_data has at most 512 characters.',
    'messages/send-messages',
    catalogue.TooLong('biz_opaque_callback_data', 512),
  ),
  usually(
    'on',
    direct.directLifetime,
    'direct-send-lifetime',
    'Only messages of Direct Send have a time to live of their own: utility 30 s to 12 h, authentication 30 s to 15 min.',
    'direct-send/configure-message-ttl',
    catalogue.InvalidParameter("Parameter 'ttl_seconds' is only supported for direct send messages"),
  ),
  usually(
    'on',
    direct.directName,
    'direct-send-name',
    'A utility message of Direct Send may name its template: lower case letters, digits and underscores, up to 512.',
    'direct-send/api-reference',
    catalogue.Param('template_name'),
  ),
  usually(
    'on',
    direct.directFormat,
    'direct-send-format',
    'Direct Send takes texts of up to 1,024 characters, links, buttons and calls, to one person.',
    'direct-send/supported-message-types',
    catalogue.InvalidParameter('Message type image is not supported for direct send messages'),
  ),
  usually(
    'on',
    envelope.allowedInGroup,
    'allowed-in-group',
    'A group is sent what a group can show.',
    'groups/groups-messaging',
    catalogue.UnsupportedMessageType,
  ),
  usually(
    'on',
    text.textLength,
    'text-length',
    'A text has 1 to 4,096 characters.',
    'messages/text-messages',
    catalogue.TooLong("text['body']", 4096),
  ),
  usually(
    'on',
    media.oneSource,
    'one-source',
    'A file has an id or a link, and not both.',
    'messages/image-messages',
    catalogue.ValueNotValid("Parameters image['id'] and image['link'] cannot be used together"),
  ),
  usually(
    'on',
    media.linkIsUri,
    'link-is-uri',
    'The link of a file is a web address.',
    'messages/image-messages',
    catalogue.NotAUri("image['link']"),
  ),
  usually(
    'on',
    media.captionLength,
    'caption-length',
    'A caption has at most 1,024 characters.',
    'messages/image-messages',
    catalogue.TooLong("image['caption']", 1024),
  ),
  usually(
    'on',
    location.onTheGlobe,
    'on-the-globe',
    'A location lies on the globe.',
    'messages/location-messages',
    catalogue.ValueNotValid('Latitude invalid. Min value: -90, Max value: 90'),
  ),
  usually(
    'on',
    contacts.contactCount,
    'contact-count',
    'One message carries 1 to 257 contacts.',
    'messages/contacts-messages',
    catalogue.ValueNotValid('Invalid contacts count. Min allowed contacts: 1, Max allowed contacts: 257'),
  ),
  usually(
    'on',
    contacts.contactFields,
    'contact-fields',
    'A contact has a name, and a birthday is a date.',
    'messages/contacts-messages',
    catalogue.ValueNotValid('Contact birthday is invalid: Please use the format: YYYY-MM-DD.'),
  ),
  usually(
    'on',
    reaction.reactsToMessage,
    'reacts-to-message',
    'A reaction names its message.',
    'messages/reaction-messages',
    catalogue.ParameterRequired("reaction['message_id']"),
  ),
  usually(
    'on',
    reaction.oneEmoji,
    'one-emoji',
    'A reaction is one emoji, or nothing.',
    'messages/reaction-messages',
    catalogue.ValueNotValid('Reaction emoji is invalid: Please use exactly one emoji.'),
  ),
  usually(
    'on',
    pin.pinInGroup,
    'pin-in-group',
    'Messages are pinned in groups.',
    'groups/groups-messaging',
    catalogue.ValueNotValid('Pin messages can only be sent to groups'),
  ),
  usually(
    'on',
    pin.pinDuration,
    'pin-duration',
    'A pin lasts 1 to 30 days.',
    'groups/groups-messaging',
    catalogue.ValueNotValid('expiration_days invalid. Min value: 1, Max value: 30'),
  ),
  usually(
    'on',
    template.templateNamed,
    'template-named',
    'A template has a name and a language.',
    'templates/overview',
    catalogue.ParameterRequired("template['name']"),
  ),
  usually(
    'on',
    template.templateParts,
    'template-parts',
    'Each parameter of a template carries what its type says.',
    'templates/overview',
    catalogue.ParameterRequired("template['components'][0]['sub_type']"),
  ),
  ...interactiveRules,
])
