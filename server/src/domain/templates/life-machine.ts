import { type Machine, type Mover, machine } from '../machine.ts'
import { CAN } from './can.ts'
import { LIFE, type Move } from './life.ts'
import type { TemplateStatus } from './model.ts'

const STATUSES = Object.keys(CAN) as TemplateStatus[]
const MOVES = Object.keys(LIFE) as Move[]

/** What leaves the archive goes back where it was, so that this one move is several in a diagram. */
const goingBack = (status: string): string => `unarchive what was ${status}`

const events: { [event: string]: Mover } = Object.fromEntries(
  MOVES.flatMap((move): [string, Mover][] => {
    const { to, by } = LIFE[move]
    return to === 'before' ? LIFE.archive.from.map(status => [goingBack(status), by]) : [[move, by]]
  }),
)

const movesFrom = (from: TemplateStatus): { [event: string]: TemplateStatus } =>
  Object.fromEntries(
    MOVES.filter(move => (LIFE[move].from as readonly TemplateStatus[]).includes(from)).flatMap(
      (move): [string, TemplateStatus][] => {
        const { to } = LIFE[move]
        return to === 'before' ? LIFE.archive.from.map(status => [goingBack(status), status]) : [[move, to]]
      },
    ),
  )

/** The table of life.ts, seen from the statuses: what diagrams are drawn from. */
export const templateLife: Machine<TemplateStatus> = machine<TemplateStatus, string>({
  name: 'template',
  title: 'Status of a message template',
  source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/overview',
  initial: ['PENDING', 'APPROVED'],
  events,
  moves: Object.fromEntries(STATUSES.map(status => [status, movesFrom(status)])) as Machine<TemplateStatus>['moves'],
})
