import type { World } from '../api/control.ts'

export interface Sample {
  title: string
  hint: string
  command: string
}

const GRAPH_VERSION = 'v25.0'

/** The first two things to try: the business writes, a customer writes. */
export function samples(world: World, origin: string, customer: string): Sample[] {
  const number = world.phone_numbers[0]?.id ?? 'PHONE_NUMBER_ID'
  const template = { messaging_product: 'whatsapp', to: customer, type: 'template', template: HELLO }
  return [
    {
      title: 'The business sends a template',
      hint: 'The access token is printed when the server starts.',
      command: curl(
        `${origin}/${GRAPH_VERSION}/${number}/messages`,
        template,
        '"Authorization: Bearer $LANDLINE_TOKEN"',
      ),
    },
    {
      title: 'A customer says hello',
      hint: 'No token needed on this machine. The business gets a webhook.',
      command: curl(`${origin}/control/customers/${customer}/say`, { text: 'Hello!', phone_number_id: number }),
    },
  ]
}

const HELLO = { name: 'hello_world', language: { code: 'en_US' } }

function curl(url: string, body: object, header?: string): string {
  return [
    `curl ${url}`,
    ...(header ? [`-H ${header}`] : []),
    `-H 'Content-Type: application/json'`,
    `-d '${JSON.stringify(body)}'`,
  ].join(' \\\n  ')
}
