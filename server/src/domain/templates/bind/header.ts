import { RequiredMissing, TemplateParamCount, TemplateParamFormat, ValueNotValid } from '../../catalogue.ts'
import { Refused } from '../../refusals.ts'
import { type Json, textIn, upperIn } from '../json.ts'
import { HEADER_TEXT_MAX } from '../limits.ts'
import type { RenderedHeader } from '../rendered.ts'
import { memberOf, parametersOf, receivedType } from './parts.ts'
import { countMatches, fill, type Slot } from './texts.ts'

const MEDIA = ['IMAGE', 'VIDEO', 'DOCUMENT', 'GIF']

/** As observed; the code beside it has varied over versions. */
const NO_HEADER = 'header: Template does not contain title component, no parameters allowed'

export const headerSlot = (header: Json, named: boolean): Slot => ({
  place: 'header',
  text: textIn(header.text) ?? '',
  named,
  max: HEADER_TEXT_MAX,
})

/** A text header takes one value when it has a variable; every other header takes exactly one. */
export function headerCounts(header: Json | undefined, part: Json | undefined, named: boolean): void {
  const parameters = parametersOf(part)
  if (!header) {
    if (parameters.length > 0) throw new Refused(TemplateParamCount(NO_HEADER))
  } else if (upperIn(header.format) === 'TEXT') {
    if (parameters.every(parameter => receivedType(parameter) === 'TEXT')) {
      countMatches(headerSlot(header, named), parameters)
    }
  } else if (parameters.length > 1) {
    throw new Refused(
      TemplateParamCount(
        `header: number of localizable_params (${parameters.length}) does not match the expected number of params (1)`,
      ),
    )
  }
}

/** The example of a media header is never shown: each message brings its own. */
export function bindHeader(
  header: Json | undefined,
  part: Json | undefined,
  named: boolean,
): RenderedHeader | undefined {
  if (!header) return undefined
  const parameters = parametersOf(part)
  const format = upperIn(header.format)
  if (format === 'TEXT') return bindText(header, parameters, named)
  if (receivedType(parameters[0]) !== format) throw mismatch(format, receivedType(parameters[0]))
  const value = memberOf(parameters[0], format.toLowerCase())
  if (MEDIA.includes(format)) return { format, media: media(format, value) }
  if (format === 'LOCATION') return { format, location: location(value) }
  return format === 'PRODUCT' ? { format, product: product(value) } : { format }
}

function bindText(header: Json, parameters: Json[], named: boolean): RenderedHeader {
  const slot = headerSlot(header, named)
  const other = parameters.map(receivedType).find(type => type !== 'TEXT')
  if (other) throw mismatch('TEXT', other)
  countMatches(slot, parameters)
  return { format: 'TEXT', text: fill(slot, parameters) }
}

function media(format: string, value: Json): NonNullable<RenderedHeader['media']> {
  const id = textIn(value.id)
  const link = textIn(value.link)
  if (!id && !link) throw mismatch(format, 'UNKNOWN')
  const filename = textIn(value.filename)
  return { ...(id ? { id } : {}), ...(link ? { link } : {}), ...(filename ? { filename } : {}) }
}

/** A place in a header needs all of its four members, unlike one in a message of its own. */
const location = (value: Json): NonNullable<RenderedHeader['location']> => ({
  latitude: degrees('latitude', value.latitude, 90),
  longitude: degrees('longitude', value.longitude, 180),
  name: words('name', value.name),
  address: words('address', value.address),
})

function words(name: string, value: unknown): string {
  const text = textIn(value)
  if (!text) throw new Refused(RequiredMissing(`header: location requires ${name}`))
  return text
}

function degrees(name: string, value: unknown, max: number): number {
  if (value === undefined || value === null || value === '') {
    throw new Refused(RequiredMissing(`header: location requires ${name}`))
  }
  const number = typeof value === 'number' || typeof value === 'string' ? Number(value) : Number.NaN
  if (!(Math.abs(number) <= max)) throw new Refused(ValueNotValid(`header: location has an invalid ${name}`))
  return number
}

function product(value: Json): NonNullable<RenderedHeader['product']> {
  const id = textIn(value.product_retailer_id)
  if (!id) throw new Refused(RequiredMissing('header: product requires product_retailer_id'))
  const catalog = textIn(value.catalog_id)
  return { product_retailer_id: id, ...(catalog ? { catalog_id: catalog } : {}) }
}

const mismatch = (expected: string, received: string): Refused =>
  new Refused(TemplateParamFormat(`header: Format mismatch, expected ${expected}, received ${received}`))
