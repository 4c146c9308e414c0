/** The chat's own light markup: *bold* _italic_ ~strike~ `code` ```mono```, lists, quotes and links. */

export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'link'; text: string; href: string }
  | { kind: 'code'; text: string }
  | { kind: 'bold' | 'italic' | 'strike'; children: Inline[] }

export type Block =
  | { kind: 'lines'; children: Inline[] }
  | { kind: 'mono'; text: string }
  | { kind: 'quote'; children: Inline[] }
  | { kind: 'list'; start?: number; items: Inline[][] }

const MARKS = { '*': 'bold', _: 'italic', '~': 'strike' } as const
const LINK = /(?:https?:\/\/|www\.)[^\s<>"]*[^\s<>"'.,;:!?)\]}*_~]/gi
const WORD = /[\p{L}\p{N}]/u

export function parseMarkup(text: string): Block[] {
  return text.split(/```([\s\S]+?)```/).flatMap<Block>((part, index) => {
    if (index % 2) return [{ kind: 'mono', text: part.replace(/^\n|\n$/g, '') }]
    return parseLines(index ? part.replace(/^\n/, '') : part)
  })
}

/** The text without its marks, for one-line previews. */
export function plainText(text: string): string {
  return parseMarkup(text).map(plainBlock).join(' ').replace(/\s+/g, ' ').trim()
}

function parseLines(text: string): Block[] {
  const blocks: Block[] = []
  let plain: string[] = []
  const flush = () => {
    if (plain.some(line => line)) blocks.push({ kind: 'lines', children: parseInline(plain.join('\n')) })
    plain = []
  }
  for (const line of text.split('\n')) {
    const quote = /^> ?(.+)/.exec(line)
    const item = /^(?:[-*] |(\d{1,3})\. )(.+)/.exec(line)
    if (!quote && !item) {
      plain.push(line)
      continue
    }
    flush()
    if (quote) addQuote(blocks, parseInline(quote[1]!))
    else addItem(blocks, parseInline(item![2]!), item![1] ? Number(item![1]) : undefined)
  }
  flush()
  return blocks
}

function addQuote(blocks: Block[], children: Inline[]) {
  const last = blocks.at(-1)
  if (last?.kind === 'quote') last.children.push({ kind: 'text', text: '\n' }, ...children)
  else blocks.push({ kind: 'quote', children })
}

function addItem(blocks: Block[], item: Inline[], number: number | undefined) {
  const last = blocks.at(-1)
  const goesOn = last?.kind === 'list' && (last.start === undefined) === (number === undefined)
  if (goesOn) last.items.push(item)
  else blocks.push({ kind: 'list', items: [item], ...(number !== undefined && { start: number }) })
}

function parseInline(text: string): Inline[] {
  const found: Inline[] = []
  let from = 0
  for (let at = 0; at < text.length; at++) {
    const end = closingMark(text, at)
    if (end === undefined) continue
    found.push(...linkify(text.slice(from, at)))
    const inner = text.slice(at + 1, end)
    const mark = text[at]!
    found.push(
      mark === '`'
        ? { kind: 'code', text: inner }
        : { kind: MARKS[mark as keyof typeof MARKS], children: parseInline(inner) },
    )
    from = end + 1
    at = end
  }
  return [...found, ...linkify(text.slice(from))]
}

/** Where the mark that opens at `at` closes on the same line, if it opens and closes at the edges of words. */
function closingMark(text: string, at: number): number | undefined {
  const mark = text[at]!
  if (mark !== '`' && !(mark in MARKS)) return undefined
  const before = text[at - 1]
  if (before && (WORD.test(before) || before === '/' || before === mark)) return undefined
  if (!text[at + 1] || /\s/.test(text[at + 1]!) || text[at + 1] === mark) return undefined
  for (let end = at + 2; end < text.length && text[end] !== '\n'; end++) {
    if (text[end] !== mark || /\s/.test(text[end - 1]!)) continue
    const after = text[end + 1]
    if (!after || !WORD.test(after)) return end
  }
  return undefined
}

function linkify(text: string): Inline[] {
  const found: Inline[] = []
  let from = 0
  for (const match of text.matchAll(LINK)) {
    if (match.index > from) found.push({ kind: 'text', text: text.slice(from, match.index) })
    const href = match[0].toLowerCase().startsWith('www.') ? `https://${match[0]}` : match[0]
    found.push({ kind: 'link', text: match[0], href })
    from = match.index + match[0].length
  }
  if (from < text.length) found.push({ kind: 'text', text: text.slice(from) })
  return found
}

function plainBlock(block: Block): string {
  if (block.kind === 'mono') return block.text
  if (block.kind === 'list') return block.items.map(plainInlines).join(' ')
  return plainInlines(block.children)
}

function plainInlines(inlines: Inline[]): string {
  return inlines.map(inline => ('children' in inline ? plainInlines(inline.children) : inline.text)).join('')
}
