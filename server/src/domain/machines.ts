import { DECISIONS, type Decision, type Standing, standings } from './accounts/standing.ts'
import { type Machine, type Mover, machine } from './machine.ts'
import { displayNameLife } from './numbers/display-name.ts'
import { numberLife, numberVerification } from './numbers/life.ts'
import { officialAccountLife } from './numbers/official-account.ts'
import { templateLife } from './templates/life-machine.ts'

const accountStanding = machine<Standing, Decision>({
  name: 'account',
  title: 'How an account stands',
  source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/policy-enforcement',
  initial: ['IN_REVIEW', 'APPROVED'],
  events: Object.fromEntries(DECISIONS.map(decision => [decision, 'platform'])) as { [decision in Decision]: Mover },
  moves: standings,
})

/** Every state machine there is; docs/states.md is drawn from this list by `npm run docs:states`. */
export const machines: readonly Machine[] = [
  accountStanding,
  numberLife,
  numberVerification,
  displayNameLife,
  officialAccountLife,
  templateLife,
]
