import { LIBRARY } from './entries.ts'
import type { LibraryTemplate } from './entry.ts'

export interface LibraryFilter {
  search?: string | undefined
  name?: string | undefined
  language?: string | undefined
  topic?: string | undefined
  usecase?: string | undefined
  industry?: string | undefined
}

const same = (value: string, asked: string | undefined): boolean =>
  asked === undefined || value.toUpperCase() === asked.toUpperCase()

const has = (text: string, part: string): boolean => text.toLowerCase().includes(part.toLowerCase())

/** Templates of the library that fit everything that is asked for; `search` looks into names and texts. */
export const searchLibrary = ({ search, name, language, topic, usecase, industry }: LibraryFilter): LibraryTemplate[] =>
  LIBRARY.filter(
    one =>
      (name === undefined || has(one.name, name)) &&
      same(one.language, language) &&
      same(one.topic, topic) &&
      same(one.usecase, usecase) &&
      (industry === undefined || one.industry.some(each => same(each, industry))) &&
      (search === undefined || has(`${one.name} ${one.header ?? ''} ${one.body}`, search)),
  )
