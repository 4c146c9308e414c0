import { describe, expect, test } from 'vitest'
import { parseMarkup, plainText } from './markup.ts'

const text = (value: string) => ({ kind: 'text', text: value })
const lines = (...children: unknown[]) => [{ kind: 'lines', children }]

describe('inline marks', () => {
  test('bold, italic, strike and code', () => {
    expect(parseMarkup('*a* _b_ ~c~ `d`')).toEqual(
      lines(
        { kind: 'bold', children: [text('a')] },
        text(' '),
        { kind: 'italic', children: [text('b')] },
        text(' '),
        { kind: 'strike', children: [text('c')] },
        text(' '),
        { kind: 'code', text: 'd' },
      ),
    )
  })

  test('nest', () => {
    expect(parseMarkup('*very _good_*')).toEqual(
      lines({ kind: 'bold', children: [text('very '), { kind: 'italic', children: [text('good')] }] }),
    )
  })

  test('do not open inside a word, before a space, or across lines', () => {
    for (const plain of ['snake_case_name', '2 * 3 * 4', '*one\ntwo*', '**', 'a*b*c']) {
      expect(parseMarkup(plain)).toEqual(lines(text(plain)))
    }
  })

  test('close before punctuation', () => {
    expect(parseMarkup('*Thanks*!')).toEqual(lines({ kind: 'bold', children: [text('Thanks')] }, text('!')))
  })
})

describe('links', () => {
  test('leave the full stop behind, and www gets a scheme', () => {
    expect(parseMarkup('See https://example.com/a_b_c?x=1. Or www.example.org!')).toEqual(
      lines(
        text('See '),
        { kind: 'link', text: 'https://example.com/a_b_c?x=1', href: 'https://example.com/a_b_c?x=1' },
        text('. Or '),
        { kind: 'link', text: 'www.example.org', href: 'https://www.example.org' },
        text('!'),
      ),
    )
  })

  test('only the web becomes a link', () => {
    expect(parseMarkup('javascript:alert(1)')).toEqual(lines(text('javascript:alert(1)')))
  })
})

describe('blocks', () => {
  test('mono keeps its lines and its marks', () => {
    expect(parseMarkup('Look:\n```\n*a*\n b\n```\nDone')).toEqual([
      ...lines(text('Look:\n')),
      { kind: 'mono', text: '*a*\n b' },
      ...lines(text('Done')),
    ])
  })

  test('lists and quotes gather their lines', () => {
    expect(parseMarkup('- one\n- two\n3. three\n> said\n> again\nend')).toEqual([
      { kind: 'list', items: [[text('one')], [text('two')]] },
      { kind: 'list', start: 3, items: [[text('three')]] },
      { kind: 'quote', children: [text('said'), text('\n'), text('again')] },
      ...lines(text('end')),
    ])
  })
})

test('a preview has no marks', () => {
  expect(plainText('*Hi* there\n- one\n```two```')).toBe('Hi there one two')
})
