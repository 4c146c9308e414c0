import { expect, test } from 'vitest'
import { firstLink, PREVIEW_IMAGE_BYTES, previewImageUsable, previewOf } from './link-preview.ts'

test.each([
  ['See https://www.luckyshrub.com/offer.', 'https://www.luckyshrub.com/offer'],
  ['(http://luckyshrub.com/a?b=c#d)', 'http://luckyshrub.com/a?b=c#d'],
  ['*https://luckyshrub.com/*', 'https://luckyshrub.com/'],
  ['HTTPS://LUCKYSHRUB.COM then https://other.com', 'HTTPS://LUCKYSHRUB.COM'],
  ['www.luckyshrub.com', undefined],
  ['ftp://luckyshrub.com', undefined],
  ['https://', undefined],
  ['nothing', undefined],
])('the first link of %j', (text, link) => {
  expect(firstLink(text)).toBe(link)
})

const LINK = 'https://luckyshrub.com/a'
const tags = { 'og:title': 'Plants', 'og:description': 'Of all kinds', 'og:url': 'https://luckyshrub.com/' }

test('title, description and address make a preview', () => {
  expect(previewOf(LINK, tags)).toEqual({
    link: LINK,
    url: 'https://luckyshrub.com/',
    title: 'Plants',
    description: 'Of all kinds',
  })
})

test.each(['og:title', 'og:description', 'og:url'] as const)('without %s there is none', tag => {
  const { [tag]: _, ...rest } = tags
  expect(previewOf(LINK, rest)).toBeUndefined()
  expect(previewOf(LINK, { ...tags, [tag]: ' ' })).toBeUndefined()
})

test.each([
  [79, 79],
  [80, 80],
  [81, 80],
])('of a description of %d characters %d are shown', (length, shown) => {
  const description = previewOf(LINK, { ...tags, 'og:description': '🪴'.repeat(length) })!.description
  expect([...description]).toHaveLength(shown)
  expect(description.endsWith('…')).toBe(length > 80)
})

const picture = { content_type: 'image/jpeg', width: 1200, height: 630 }

test.each([
  [PREVIEW_IMAGE_BYTES - 1, picture, true],
  [PREVIEW_IMAGE_BYTES, picture, false],
  [PREVIEW_IMAGE_BYTES + 1, picture, false],
  [1000, { ...picture, width: 299 }, false],
  [1000, { ...picture, width: 300 }, true],
  [1000, { ...picture, width: 301 }, true],
  [1000, { ...picture, width: 1199, height: 300 }, true],
  [1000, { ...picture, width: 1200, height: 300 }, true],
  [1000, { ...picture, width: 1201, height: 300 }, false],
  [1000, { ...picture, content_type: 'image/png' }, true],
  [1000, { ...picture, content_type: 'image/gif' }, false],
  [1000, { content_type: 'image/jpeg' }, false],
])('a picture of %d bytes and %j is shown: %s', (size, facts, shown) => {
  expect(previewImageUsable(size, facts)).toBe(shown)
})
