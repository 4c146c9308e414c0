import { ParameterRequired } from '../../../../domain/catalogue.ts'
import { type Body, lengths, limits, rows, values, x } from '../tables.test-util.ts'
import { kind } from './samples.test-util.ts'

const address = (parameters: Body) =>
  kind('address_message')({ action: { name: 'address_message', parameters: { country: 'IN', ...parameters } } })
const call = (parameters: Body) => kind('voice_call')({ action: { name: 'voice_call', parameters } })
const minutes = values('ttl_minutes', 1, 43_200)

rows('a request', [
  ['for a location has a body only', kind('location_request_message')()],
  ['for contact details has a body only', kind('request_contact_info')()],
  [
    'for an address needs a country',
    address({ country: '' }),
    ParameterRequired("interactive['action']['parameters']['country']"),
  ],
])

limits('a request for an address', [
  {
    of: 'in_pin_code',
    make: n => address({ values: { in_pin_code: x(n) } }),
    max: 6,
    above: lengths('in_pin_code', 0, 6),
  },
  {
    of: 'in_pin_code of a saved address',
    make: n => address({ saved_addresses: [{ id: '1', value: { in_pin_code: x(n) } }] }),
    max: 6,
    above: lengths('in_pin_code', 0, 6),
  },
])

rows('a call button', [['needs nothing more', kind('voice_call')()]])

limits('a call button', [
  { of: 'display_text', make: n => call({ display_text: x(n) }), max: 20, above: lengths('Display text', 1, 20) },
  { of: 'ttl_minutes', make: n => call({ ttl_minutes: n }), max: 43_200, above: minutes, min: 1, below: minutes },
  { of: 'payload', make: n => call({ payload: x(n) }), max: 512, above: lengths('Payload', 0, 512) },
])
