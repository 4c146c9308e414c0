import { expect, test } from 'vitest'
import { isEmoji, isOnlyEmoji } from './emoji.ts'

test('an emoji is one picture, however many code points it takes', () => {
  expect(['👍', '❤️', '👩‍👩‍👧‍👦', '🇩🇪', '1️⃣', '👋🏽'].every(isEmoji)).toBe(true)
  expect(['', 'a', '7', '👍👍', 'ok 👍'].some(isEmoji)).toBe(false)
})

test('up to three emoji are shown large', () => {
  expect(isOnlyEmoji('🎉🎉🎉')).toBe(true)
  expect(isOnlyEmoji('🎉🎉🎉🎉')).toBe(false)
  expect(isOnlyEmoji('done 🎉')).toBe(false)
})
