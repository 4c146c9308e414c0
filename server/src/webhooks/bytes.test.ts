import fc from 'fast-check'
import { expect, test } from 'vitest'
import { integer, metaJson } from './bytes.ts'

test('slashes and everything beyond ASCII are escaped in lower-case hex', () => {
  expect(metaJson({ mime: 'image/jpeg', text: 'Un café 😀 "ok"' })).toBe(
    '{"mime":"image\\/jpeg","text":"Un caf\\u00e9 \\ud83d\\ude00 \\"ok\\""}',
  )
})

test('plain ASCII stays as JSON writes it, DEL included', () => {
  const value = { a: 'x<%@\u007f\n', b: [1, null, true] }
  expect(metaJson(value)).toBe(JSON.stringify(value))
})

test('what is written reads back the same, and is ASCII', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary', maxDepth: 2 }), value => {
      const text = metaJson(value)
      expect(text).toMatch(/^[ -\u007f]*$/)
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
    }),
    { numRuns: 50 },
  )
})

test('ids keep all their digits as integers', () => {
  expect(metaJson([integer('1689556908129832'), integer('27251809591111687')])).toBe(
    '[1689556908129832,27251809591111687]',
  )
})
