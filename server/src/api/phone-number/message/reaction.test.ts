import type { Row } from '../../../../test/tables.ts'
import { ValueNotValid } from '../../../domain/catalogue.ts'
import { type Body, rows, to } from './tables.test-util.ts'

const reaction = (emoji: string) => ({ ...to, type: 'reaction', reaction: { message_id: 'wamid.A', emoji } })
const notOneEmoji = ValueNotValid('Reaction emoji is invalid: Please use exactly one emoji.')

rows('a reaction', [
  ...['😀', '❤', '❤️', '👍🏽', '👨‍👩‍👧', '🇩🇪', '5️⃣', '\uD83D\uDE00'].map(
    (emoji): Row<Body> => [`may be ${emoji}`, reaction(emoji)],
  ),
  ['may be taken back', reaction('')],
  ['may not be two emoji', reaction('😀😀'), notOneEmoji],
  ['may not be a letter', reaction('a'), notOneEmoji],
  ['may not be a digit', reaction('5'), notOneEmoji],
])
