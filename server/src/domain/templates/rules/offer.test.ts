import type { Json } from '../json.ts'
import { BODY, buttons, invalid, URL_ } from '../judge-for-tests.ts'
import { CharacterLimitExceeded, MissingFields } from '../refusals.ts'
import { COPY, limits, long, parts, rows } from './tables.test-util.ts'

const offer = (text: string, ...more: Json[]) =>
  parts({ type: 'LIMITED_TIME_OFFER', limited_time_offer: { text, has_expiration: true } }, BODY, ...more)

limits('limited-time offers', [
  {
    of: 'characters',
    make: n => offer(long(n)),
    max: 16,
    above: CharacterLimitExceeded('LIMITED_TIME_OFFER', 16),
    min: 1,
    below: MissingFields('LIMITED_TIME_OFFER', 'limited_time_offer'),
  },
  {
    of: 'characters of a coupon',
    make: n => offer('Soon over', buttons({ ...COPY, example: long(n) })),
    max: 15,
    above: CharacterLimitExceeded('BUTTONS example', 15),
  },
])

rows('limited-time offers', [
  ['a coupon that is first', offer('Soon over', buttons(COPY, URL_))],
  [
    'a coupon that is not first',
    offer('Soon over', buttons(URL_, COPY)),
    invalid('The buttons of a limited-time offer are a COPY_CODE, which comes first, and a URL.'),
  ],
  [
    'a footer',
    offer('Soon over', { type: 'FOOTER', text: 'Bye' }),
    invalid("A limited-time offer can't stand beside a component of type FOOTER."),
  ],
])
