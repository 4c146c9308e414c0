/** One valid message of every type that needs no upload, to be spoiled. */
export const SENDS: object[] = [
  { type: 'text', text: { body: 'Hello', preview_url: true } },
  { type: 'reaction', reaction: { message_id: 'wamid.HBgLMTY1MDU1NTEyMzQVAgARGBI=', emoji: '👍' } },
  { type: 'image', image: { link: 'http://127.0.0.1:9/a.png', caption: 'c' } },
  { type: 'video', video: { link: 'http://127.0.0.1:9/a.mp4' } },
  { type: 'audio', audio: { id: '1234' } },
  { type: 'document', document: { link: 'http://127.0.0.1:9/a.pdf', filename: 'a.pdf' } },
  { type: 'sticker', sticker: { link: 'http://127.0.0.1:9/a.webp' } },
  { type: 'location', location: { latitude: 37.48, longitude: -122.14, name: 'n', address: 'a' } },
  {
    type: 'contacts',
    contacts: [{ name: { formatted_name: 'A B', first_name: 'A' }, phones: [{ phone: '+16505551234', type: 'CELL' }] }],
  },
  {
    type: 'template',
    template: {
      name: 'hello_world',
      language: { code: 'en_US' },
      components: [{ type: 'body', parameters: [{ type: 'text', text: 'x' }] }],
    },
  },
  {
    type: 'interactive',
    interactive: {
      type: 'button',
      body: { text: 'b' },
      action: { buttons: [{ type: 'reply', reply: { id: '1', title: 'One' } }] },
    },
  },
  {
    type: 'interactive',
    category: 'utility',
    ttl_seconds: 60,
    direct_send_config: { template_name: 'order_delivery' },
    interactive: {
      type: 'button',
      body: { text: 'Order 1234' },
      action: {
        buttons: [
          { type: 'cta_url', cta_url: { display_text: 'Track', url: 'https://www.luckyshrub.com/1234' } },
          { type: 'reply', reply: { id: '1', title: 'One' } },
        ],
      },
    },
  },
  {
    type: 'interactive',
    interactive: {
      type: 'list',
      body: { text: 'b' },
      action: { button: 'B', sections: [{ title: 's', rows: [{ id: '1', title: 't', description: 'd' }] }] },
    },
  },
  {
    type: 'interactive',
    interactive: {
      type: 'cta_url',
      body: { text: 'b' },
      action: { name: 'cta_url', parameters: { display_text: 'Go', url: 'https://example.com' } },
    },
  },
  {
    type: 'interactive',
    interactive: {
      type: 'flow',
      body: { text: 'b' },
      action: {
        name: 'flow',
        parameters: {
          flow_message_version: '3',
          flow_token: 't',
          flow_id: '1',
          flow_cta: 'Go',
          flow_action: 'navigate',
          flow_action_payload: { screen: 'S' },
        },
      },
    },
  },
  {
    type: 'interactive',
    interactive: { type: 'location_request_message', body: { text: 'b' }, action: { name: 'send_location' } },
  },
  {
    type: 'interactive',
    interactive: { type: 'product', body: { text: 'b' }, action: { catalog_id: '1', product_retailer_id: 'p' } },
  },
  {
    type: 'interactive',
    interactive: {
      type: 'product_list',
      header: { type: 'text', text: 'h' },
      body: { text: 'b' },
      action: { catalog_id: '1', sections: [{ title: 's', product_items: [{ product_retailer_id: 'p' }] }] },
    },
  },
  {
    type: 'interactive',
    interactive: { type: 'catalog_message', body: { text: 'b' }, action: { name: 'catalog_message' } },
  },
  {
    type: 'interactive',
    interactive: {
      type: 'address_message',
      body: { text: 'b' },
      action: { name: 'address_message', parameters: { country: 'IN' } },
    },
  },
]

export interface Spoiling {
  /** Which of the places in the message. */
  at: number
  how: 'drop' | 'put' | 'add' | 'wrap'
  name: string
  value: unknown
}

type Container = Record<string, unknown>

function places(value: unknown, found: [Container, string][] = []): [Container, string][] {
  if (typeof value !== 'object' || value === null) return found
  for (const name of Object.keys(value)) {
    found.push([value as Container, name])
    places((value as Container)[name], found)
  }
  return found
}

/** A copy of a message with something wrong in one place. */
export function spoil(message: object, { at, how, name, value }: Spoiling): object {
  const copy = structuredClone(message)
  const all = places(copy)
  const [container, key] = all[at % all.length]!
  if (how === 'drop') delete container[key]
  else if (how === 'put') container[key] = value
  else if (how === 'wrap') container[key] = [container[key], value]
  else Object.defineProperty(container, name, { value, enumerable: true, configurable: true, writable: true })
  return copy
}
