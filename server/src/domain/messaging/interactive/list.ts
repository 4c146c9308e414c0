import { ValueNotValid } from '../../catalogue.ts'
import { firstOf, ofInteractive } from '../check.ts'
import { filled, notTooLong, withinLengths } from '../text-length.ts'
import { unique, withinCount } from './choices.ts'

/**
 * Limits of lists.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-list-messages
 */
const LIST_BUTTON_MAX = 20
const MAX_SECTIONS = 10
/** Over all sections together. */
const MAX_ROWS = 10
const SECTION_TITLE_MAX = 24
const ROW_ID_MAX = 200
const ROW_TITLE_MAX = 24
const ROW_DESCRIPTION_MAX = 72

const SECTIONS = "interactive['action']['sections']"

export const listButton = ofInteractive(
  'list',
  ({ action: { button } }) =>
    filled("interactive['action']['button']", button) ?? withinLengths('Button text', button, 1, LIST_BUTTON_MAX),
)

export const listCounts = ofInteractive('list', ({ action: { sections } }) => {
  const rows = sections.reduce((sum, section) => sum + section.rows.length, 0)
  return (
    withinCount('sections', sections.length, 1, MAX_SECTIONS) ??
    (rows > MAX_ROWS ? ValueNotValid(`Total row count exceed max allowed count: ${MAX_ROWS}`) : undefined) ??
    firstOf(sections, ({ rows }) => withinCount('rows', rows.length, 1, MAX_ROWS))
  )
})

/** Sections need a title as soon as there are several. */
export const sectionTitles = ofInteractive('list', ({ action: { sections } }) =>
  firstOf(
    sections,
    ({ title }, index) =>
      (sections.length > 1 ? filled(`${SECTIONS}[${index}]['title']`, title) : undefined) ??
      notTooLong('Section title', title, SECTION_TITLE_MAX),
  ),
)

export const rowTexts = ofInteractive('list', ({ action: { sections } }) =>
  firstOf(sections, ({ rows }, section) =>
    firstOf(rows, ({ id, title, description }, row) => {
      const at = `${SECTIONS}[${section}]['rows'][${row}]`
      return (
        filled(`${at}['id']`, id) ??
        filled(`${at}['title']`, title) ??
        notTooLong('Row id', id, ROW_ID_MAX) ??
        notTooLong('Row title', title, ROW_TITLE_MAX) ??
        notTooLong('Row description', description, ROW_DESCRIPTION_MAX)
      )
    }),
  ),
)

export const rowsDiffer = ofInteractive('list', ({ action: { sections } }) =>
  unique(
    'Duplicate row id',
    sections.flatMap(section => section.rows.map(row => row.id)),
  ),
)

export const listChecks = [listButton, listCounts, sectionTitles, rowTexts, rowsDiffer]
