import { expect, test } from 'vitest'
import { Refused } from '../../refusals.ts'
import { bindTemplate } from '../bind.ts'
import { judge } from '../judge-for-tests.ts'
import { body, sample } from '../samples-for-tests.ts'
import { variablesIn } from '../variables.ts'
import { LIBRARY } from './entries.ts'
import { searchLibrary } from './search.ts'
import { libraryComponents, libraryTemplate } from './use.ts'

const INPUTS = [
  { type: 'URL', url: { base_url: 'https://www.luckyshrub.com/{{1}}', url_suffix_example: 'orders' } },
  { type: 'PHONE_NUMBER', phone_number: '+16315551010' },
]
const ALL = { add_contact_number: true, add_track_package_link: true, add_learn_more_link: true }

test('every template of the library keeps the rules, with all that can be added to it', () => {
  expect(new Set(LIBRARY.map(one => one.id)).size).toBe(LIBRARY.length)
  for (const one of LIBRARY) {
    expect(one.body_params, one.name).toHaveLength(variablesIn(one.body).length)
    expect(one.body_param_types, one.name).toHaveLength(one.body_params.length)
    for (const body of [undefined, ALL]) {
      const components = libraryComponents(one, { buttons: INPUTS, body })
      expect([one.name, judge({ category: one.category, components })]).toEqual([one.name, undefined])
    }
  }
})

test('it is searched by everything that is told of it', () => {
  const names = (filter: Parameters<typeof searchLibrary>[0]) => searchLibrary(filter).map(one => one.name)
  expect(names({})).toHaveLength(LIBRARY.length)
  expect(names({ usecase: 'delivery_failed' })).toEqual(['delivery_failed_1'])
  expect(names({ topic: 'PAYMENTS', industry: 'FINANCIAL_SERVICES' })).toContain('payment_overdue_1')
  expect(names({ topic: 'PAYMENTS', industry: 'E_COMMERCE' })).toEqual([])
  expect(names({ search: 'PICKED up' })).toEqual(['order_pick_up_1'])
  expect(names({ language: 'xx' })).toEqual([])
})

test.each([
  ['AMOUNT', '$42.50', true],
  ['AMOUNT', '1.042,50 EUR', true],
  ['AMOUNT', 'a lot', false],
  ['DATE', 'March 3, 2027', true],
  ['DATE', 'soon', false],
])('a value of type %s may be %j: %s', (type, value, fits) => {
  const [amount, date] = [type === 'AMOUNT' ? value : '$1', type === 'DATE' ? value : '2027-03-03']
  const parameters = [amount, date].map(text => ({ type: 'text', text }))
  const template = sample([body('Pay {{1}} by {{2}} at the latest.')], {
    library_template_name: 'payment_due_reminder_1',
  })
  const bound = () => bindTemplate(template, [{ type: 'body', parameters }])
  if (fits) expect(bound().body).toBe(`Pay ${amount} by ${date} at the latest.`)
  else expect(bound).toThrow(Refused)
})

test('what is not there, and what is missing, is refused', () => {
  expect(() => libraryTemplate('nothing', 'en_US')).toThrow(Refused)
  expect(() => libraryTemplate('delivery_failed_1', 'de')).toThrow(Refused)
  const entry = libraryTemplate('delivery_failed_1', 'en_US')
  expect(() => libraryComponents(entry, { buttons: INPUTS.slice(0, 1) })).toThrow(Refused)
})
