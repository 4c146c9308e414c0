import { expect, test } from 'vitest'
import { ParameterRequired } from '../../catalogue.ts'
import { DAY } from '../../time.ts'
import { judge, NOW } from '../judge-for-tests.ts'
import type { Template } from '../model.ts'
import {
  CategoryDiffers,
  CharacterLimitExceeded,
  LanguageBeingDeleted,
  LanguageExists,
  LanguageNotSupported,
  MissingFields,
  NameInvalid,
} from '../refusals.ts'
import { sample } from '../samples-for-tests.ts'
import { limits, long, rows } from './tables.test-util.ts'

limits('names', [
  {
    of: 'characters',
    make: n => ({ name: long(n) }),
    max: 512,
    above: CharacterLimitExceeded('name', 512),
    min: 1,
    below: ParameterRequired('name'),
  },
])

rows('names and languages', [
  ['digits and underscores', { name: 'order_2' }],
  ['an upper case letter', { name: 'Order' }, NameInvalid],
  ['a hyphen', { name: 'order-2' }, NameInvalid],
  ['a space', { name: 'order 2' }, NameInvalid],
  ['a language that is supported', { language: 'pt_BR' }],
  ['one that is not', { language: 'pt_XX' }, LanguageNotSupported],
  ['no components', { components: undefined }, ParameterRequired('components')],
  ['none, as they come from the library', { components: undefined, library_template_name: 'delivery' }],
  ['an empty list of components', { components: [] }, MissingFields('BODY', 'text')],
])

test('the name is to blame, in the words of the platform', () => {
  expect(judge({ name: 'Order' })).toMatchObject({
    code: 100,
    subcode: 2388046,
    message: 'Invalid parameter',
    blame: ['name'],
    userTitle: 'Name Format is Incorrect',
    userMessage: 'The message template name can only have lowercase letters and underscores.',
  })
})

const deleted = (daysAgo: number, more: Partial<Template> = {}) =>
  sample([], { status: 'DELETED', deleted_while: 'APPROVED', updated_at: NOW - daysAgo * DAY, ...more })
test.each([
  [sample([]), LanguageExists('English (US)')],
  [sample([], { language: 'es' }), undefined],
  [sample([], { language: 'es', category: 'UTILITY' }), CategoryDiffers('MARKETING', 'UTILITY')],
  [sample([], { status: 'PENDING_DELETION' }), LanguageBeingDeleted('English (US)')],
  [deleted(29), LanguageBeingDeleted('English (US)')],
  [deleted(30), undefined],
  [deleted(1, { deleted_while: 'PAUSED' }), LanguageBeingDeleted('English (US)')],
  [deleted(1, { deleted_while: 'PENDING' }), undefined],
  [deleted(1, { deleted_while: 'REJECTED', rejected_reason: 'SCAM' }), undefined],
  [deleted(1, { language: 'es', category: 'UTILITY' }), undefined],
])('one of the same name: %#', (template, refusal) => {
  expect(judge({}, { sameName: [template] })).toEqual(refusal)
})
