import { expect, test } from 'vitest'
import { fileLabel, fileSize } from './size.ts'

test('sizes read like sizes', () => {
  expect([0, 900, 1_536, 84_000, 5_400_000].map(fileSize)).toEqual(['0 B', '900 B', '1.5 KB', '82 KB', '5.1 MB'])
})

test('a document is labelled by its extension, then by its type', () => {
  expect(fileLabel('Invoice.pdf', 'application/pdf')).toBe('PDF')
  expect(fileLabel(undefined, 'text/plain')).toBe('PLAI')
  expect(fileLabel(undefined, undefined)).toBe('FILE')
})
