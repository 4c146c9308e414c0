import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Refused } from '../refusals.ts'
import { bindTemplate } from './bind.ts'
import type { TemplateComponent } from './model.ts'
import { sample } from './samples-for-tests.ts'

const TYPES = ['text', 'image', 'currency', 'payload', 'coupon_code', 'action', 'product', 'location', '__proto__']
const parameter = fc.oneof(
  fc.record({ type: fc.constantFrom(...TYPES), text: fc.anything(), payload: fc.anything(), image: fc.anything() }),
  fc.record({
    type: fc.constantFrom(...TYPES),
    action: fc.anything(),
    location: fc.anything(),
    product: fc.anything(),
  }),
  fc.jsonValue(),
)
const part = fc.oneof(
  fc.record(
    {
      type: fc.constantFrom('header', 'body', 'button', 'carousel', 'limited_time_offer', 'order_status'),
      sub_type: fc.constantFrom('url', 'quick_reply', 'copy_code', 'mpm', 'voice_call', 'flow'),
      index: fc.oneof(fc.integer({ min: -1, max: 6 }), fc.string(), fc.jsonValue()),
      parameters: fc.oneof(fc.array(parameter, { maxLength: 3 }), fc.jsonValue()),
      cards: fc.jsonValue(),
    },
    { requiredKeys: ['type'] },
  ),
  fc.jsonValue(),
)
const components = fc.oneof(fc.array(part, { maxLength: 6 }), fc.jsonValue())

const template: TemplateComponent[] = [
  { type: 'HEADER', format: 'LOCATION' },
  { type: 'BODY', text: 'Hello {{1}}, this is {{2}}.' },
  {
    type: 'BUTTONS',
    buttons: ['URL', 'QUICK_REPLY', 'COPY_CODE', 'MPM', 'VOICE_CALL', 'FLOW'].map(type => ({
      type,
      text: type,
      url: 'https://a.b/{{1}}',
    })),
  },
  { type: 'CAROUSEL', cards: [{ components: [{ type: 'BODY', text: 'Card' }] }] },
]

const throwsOnlyRefusals = (run: () => unknown): void => {
  try {
    expect(run()).toBeTypeOf('object')
  } catch (error) {
    expect(error).toBeInstanceOf(Refused)
  }
}

test('whatever a message brings, it is filled in or refused', () => {
  fc.assert(
    fc.property(components, given =>
      throwsOnlyRefusals(() => bindTemplate(sample(template), given as unknown[] | undefined)),
    ),
  )
})

test('whatever a template was stored with, too', () => {
  fc.assert(
    fc.property(fc.array(fc.dictionary(fc.string(), fc.jsonValue())), components, (stored, given) =>
      throwsOnlyRefusals(() =>
        bindTemplate(sample(stored.map(one => ({ type: 'BODY', ...one }))), given as unknown[] | undefined),
      ),
    ),
  )
})
