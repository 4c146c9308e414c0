import { ParameterRequired, ValueNotValid } from '../../../domain/catalogue.ts'
import { group, limits, rows, to, values } from './tables.test-util.ts'

const pin = (content: object, target: object = group) => ({
  ...target,
  type: 'pin',
  pin: { type: 'pin', message_id: 'wamid.A', ...content },
})
const days = values('expiration_days', 1, 30)

limits('a pin', [
  { of: 'expiration_days', make: n => pin({ expiration_days: n }), max: 30, above: days, min: 1, below: days },
])

rows('a pin', [
  ['needs a duration', pin({}), ParameterRequired("pin['expiration_days']")],
  ['can be removed without one', pin({ type: 'unpin' })],
  ['needs a group', pin({ expiration_days: 1 }, to), ValueNotValid('Pin messages can only be sent to groups')],
])
