import { withoutVariables } from './variables.ts'

/** Word breaks, also in scripts that put no spaces between words. One locale, so every machine counts alike. */
const WORDS = new Intl.Segmenter('en', { granularity: 'word' })

/** Words beside the variables. */
export function staticWords(text: string): number {
  let count = 0
  for (const segment of WORDS.segment(withoutVariables(text, ' '))) if (segment.isWordLike) count++
  return count
}

const EMOJI = /\p{RGI_Emoji}/gv

export const emojisIn = (text: string): number => text.match(EMOJI)?.length ?? 0

/** WhatsApp's marks for bold, italic, strikethrough and code. */
export const hasFormatting = (text: string): boolean =>
  /[*`]|(?<!\w)_[^_\n]+_(?!\w)|~[^~\n]+~/.test(withoutVariables(text, 'x'))
