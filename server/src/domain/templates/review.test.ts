import { expect, test } from 'vitest'
import { judgedCategory } from './category.ts'
import type { Template, TemplateComponent } from './model.ts'
import { reviewTemplate } from './review.ts'
import { body, sample } from './samples-for-tests.ts'

const utility = (text: string, changes: Partial<Template> = {}) =>
  sample([body(text)], { category: 'UTILITY', ...changes })
const button = (url: string): TemplateComponent => ({ type: 'BUTTONS', buttons: [{ type: 'URL', text: 'Open', url }] })
const INVALID = expect.objectContaining({ status: 'REJECTED', reason: 'INVALID_FORMAT' })

test.each<[string, Template, unknown]>([
  ['plain words', utility('Your order {{1}} is here.'), { status: 'APPROVED' }],
  ['variables side by side', utility('Your order {{1}} {{2}} is here.'), INVALID],
  ['variables with a sign between them', utility('Your order {{1}}, {{2}} is here.'), { status: 'APPROVED' }],
  ['a shortened link', sample([body('Look at this.'), button('https://bit.ly/3x')]), INVALID],
  ['a link to WhatsApp', sample([body('Look at this.'), button('https://wa.me/15550783881')]), INVALID],
  ['a link of its own', sample([body('Look at this.'), button('https://www.luckyshrub.com/')]), { status: 'APPROVED' }],
  ['a threat', utility('Pay, or we will take legal action.'), { status: 'REJECTED', reason: 'ABUSIVE_CONTENT' }],
  ['a question for secrets', utility('Please reply with your card number.'), { status: 'REJECTED', reason: 'SCAM' }],
  [
    'another language than its own',
    utility('Ваш заказ уже здесь.'),
    { status: 'REJECTED', reason: 'TAG_CONTENT_MISMATCH' },
  ],
  ['its own language', utility('Ваш заказ уже здесь.', { language: 'ru' }), { status: 'APPROVED' }],
  [
    'a one-time code as utility',
    utility('Use the verification code {{1}} to sign in.'),
    { status: 'REJECTED', reason: 'INCORRECT_CATEGORY' },
  ],
  ['an offer as utility', utility('Only today: 20% off all plants.'), { status: 'APPROVED', category: 'MARKETING' }],
  ['an offer as marketing', sample([body('Only today: 20% off all plants.')]), { status: 'APPROVED' }],
])('review of %s', (_, template, verdict) => {
  expect(reviewTemplate(template)).toEqual(verdict)
})

test('body and footer of another template are a duplicate, a translation is none', () => {
  const other = utility('Your order is here.', { id: '9', name: 'other' })
  const again = utility('Your order is here.', { created_at: 5 })
  expect(reviewTemplate(again, [other])).toMatchObject({
    reason: 'INVALID_FORMAT',
    rejection_info: { reason: expect.stringContaining('template other') },
  })
  expect(reviewTemplate(again, [{ ...other, name: again.name, language: 'es' }])).toEqual({ status: 'APPROVED' })
  expect(reviewTemplate(again, [{ ...other, status: 'REJECTED' }])).toEqual({ status: 'APPROVED' })
  const footer = { type: 'FOOTER', text: 'Lucky Shrub' }
  expect(reviewTemplate({ ...again, components: [...again.components, footer] }, [other])).toEqual({
    status: 'APPROVED',
  })
})

test('the category that words belong to', () => {
  expect(judgedCategory('UTILITY', [body('Congratulations! You are chosen.')])).toBe('MARKETING')
  expect(judgedCategory('UTILITY', [body('Your order was shipped.')])).toBe('UTILITY')
  expect(judgedCategory('MARKETING', [body('Your order was shipped.')])).toBe('MARKETING')
  expect(judgedCategory('AUTHENTICATION', [{ type: 'BODY' }])).toBe('AUTHENTICATION')
})
