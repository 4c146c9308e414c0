import { z } from 'zod'
import type { App } from '../../domain/accounts/apps.ts'
import { SCOPES, USUAL_SCOPES } from '../../domain/accounts/scopes.ts'
import type { Scope, User } from '../../domain/accounts/tokens.ts'
import type { Stored } from '../../domain/stored.ts'
import type { Unit } from '../../store/store.ts'
import { refusal } from '../refuse.ts'

/** Tokens as people tell them apart; on the wire, a business token is one of a system user. */
const KINDS = ['USER', 'SYSTEM_USER', 'BUSINESS', 'TEMPORARY'] as const

/** Who a token or a code is for, and what it reaches. */
export const HolderParams = {
  kind: z.enum(KINDS).optional().describe('SYSTEM_USER when left out. BUSINESS: as from Embedded Signup.'),
  scopes: z.array(z.enum(SCOPES)).optional().describe('The three usual ones when left out.'),
  account_ids: z.array(z.string()).optional().describe('Accounts it reaches; all of the portfolio when left out.'),
  app_id: z.string().optional().describe('The app of the world when left out.'),
  user_id: z.string().optional().describe('Somebody new when left out.'),
  role: z.enum(['ADMIN', 'EMPLOYEE']).optional().describe('Of somebody new; ADMIN when left out.'),
  business_id: z.string().optional().describe('Whose portfolio; that of the app when left out.'),
}

const Holder = z.looseObject(HolderParams)

export interface Holder {
  kind: 'USER' | 'SYSTEM_USER'
  app_id: string
  user_id: string
  business_id: string
  scopes: Scope[]
  account_ids?: string[]
}

/** Finds or makes whom a token is for. Throws a refusal that says what is missing. */
export async function holderOf(unit: Unit, params: z.output<typeof Holder>): Promise<Holder> {
  const app = await appOf(unit, params.app_id)
  const kind = params.kind === 'USER' || params.kind === 'TEMPORARY' ? 'USER' : 'SYSTEM_USER'
  const user = await userOf(unit, app, kind, params)
  if (params.kind === 'BUSINESS' && !params.account_ids)
    throw refusal('A business token reaches the accounts of one customer. Name them in account_ids.')
  return {
    kind,
    app_id: app.id,
    user_id: user.id,
    business_id: user.business_id,
    scopes: params.scopes ?? [...USUAL_SCOPES],
    ...(params.account_ids ? { account_ids: params.account_ids } : {}),
  }
}

async function appOf({ read }: Unit, id: string | undefined): Promise<Stored<App>> {
  const app = id === undefined ? (await read.apps.all())[0] : await read.apps.find(id)
  if (!app) throw refusal(id === undefined ? 'The world has no app to issue tokens for.' : `There is no app ${id}.`)
  return app
}

async function userOf(
  { read, stage, ids }: Unit,
  app: App,
  kind: User['kind'],
  { user_id, role = 'ADMIN', business_id = app.business_id }: z.output<typeof Holder>,
): Promise<User> {
  if (user_id !== undefined) {
    const user = await read.users.find(user_id)
    if (!user) throw refusal(`There is no user ${user_id}. Create one with POST /control/users.`)
    return user
  }
  if (!(await read.businesses.find(business_id)))
    throw refusal(`There is no portfolio ${business_id}. Create it with POST /control/businesses.`)
  const user: User = { id: ids.node(), name: 'Test User', business_id, kind, role }
  stage.node(user.id, 'User', business_id)
  stage.users.add(user)
  return user
}
