import { InvalidParameter, NotAUri, ParameterRequired, TooLong } from '../../../domain/catalogue.ts'
import { limits, rows, to, x } from './tables.test-util.ts'

const template = (content: object) => ({
  ...to,
  type: 'template',
  template: { name: 'a', language: { code: 'en_US' }, ...content },
})
const component = (content: object) => template({ components: [content] })
const parameter = (content: object) => component({ type: 'body', parameters: [content] })
const mandatory = (type: string) =>
  InvalidParameter(`Parameter '${type}' is mandatory for component parameter type '${type}'`)

/** How many values it needs is a matter of the template. */
limits('a template', [
  { of: 'template.name', make: n => template({ name: x(n) }), max: 512, above: TooLong("template['name']", 512) },
  {
    of: 'text of a parameter',
    make: n => parameter({ type: 'text', text: x(n) }),
    min: 1,
    below: mandatory('text'),
  },
])

rows('a template', [
  ['may have its parts in capitals', component({ type: 'BODY', parameters: [{ type: 'TEXT', text: 'x' }] })],
  ['needs the image of an image parameter', parameter({ type: 'image' }), mandatory('image')],
  [
    'needs links that are some',
    parameter({ type: 'image', image: { link: 'x' } }),
    NotAUri("template['components'][0]['parameters'][0]['image']['link']"),
  ],
  [
    'needs to say which button is meant',
    component({ type: 'button', sub_type: 'url' }),
    ParameterRequired("template['components'][0]['index']"),
  ],
  [
    'needs to say what button it is',
    component({ type: 'button', index: '0' }),
    ParameterRequired("template['components'][0]['sub_type']"),
  ],
])
