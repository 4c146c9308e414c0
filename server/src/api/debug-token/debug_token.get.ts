import { z } from 'zod'
import type { App } from '../../domain/accounts/apps.ts'
import type { Token } from '../../domain/accounts/tokens.ts'
import { InvalidToken, OtherAppsToken } from '../../domain/catalogue.ts'
import { type Refusal, Refused } from '../../domain/refusals.ts'
import { unixSeconds } from '../../domain/time.ts'
import { type Caller, identify, sameText, tokenHash } from '../../graph/access.ts'
import { node } from '../../graph/node.ts'
import { operation } from '../../graph/operation.ts'
import type { Read } from '../../store/read.ts'

export const DebugTokenNode = node<object>({
  name: 'DebugToken',
  summary: 'Where tokens are looked at.',
  singleton: 'debug_token',
  access: 'token',
  load: async () => ({}),
  fields: {},
})

const Debugged = z.looseObject({
  app_id: z.string().optional(),
  type: z.string().optional(),
  application: z.string().optional(),
  is_valid: z.boolean(),
  scopes: z.array(z.string()),
})

export const debugToken = operation({
  on: DebugTokenNode,
  method: 'GET',
  name: 'debugToken',
  summary: 'What a token is, whether it may still be used, and which accounts it reaches.',
  docs: 'permissions',
  access: 'token',
  params: z.looseObject({ input_token: z.string() }),
  returns: z.object({ data: Debugged }),
  refusals: [OtherAppsToken],
}).run(async ({ params, caller, read, now }) => ({ data: await describe(params.input_token, caller, read, now) }))

async function describe(text: string, caller: Caller, read: Read, now: number): Promise<z.input<typeof Debugged>> {
  const [appId = '', secret] = text.split('|')
  const token = secret === undefined ? await read.tokens.find(tokenHash(text)) : undefined
  const app = await read.apps.find(token?.app_id ?? (secret === undefined ? '' : appId))
  if (!app) return invalid(InvalidToken)
  if ((caller.kind === 'token' || caller.kind === 'app') && caller.app.id !== app.id) throw new Refused(OtherAppsToken)
  if (!token) return sameText(app.secret, secret!) ? describeApp(app) : invalid(InvalidToken)
  const fault = await identify(text, read, now).then(
    () => undefined,
    error => (error instanceof Refused ? error.refusal : InvalidToken),
  )
  return { ...(fault ? invalid(fault) : {}), ...describeToken(token, app, !fault) }
}

const describeApp = (app: App) => ({
  app_id: app.id,
  type: 'APP',
  application: app.name,
  is_valid: true,
  scopes: [],
})

function describeToken(token: Token, app: App, valid: boolean) {
  const { targets, account_ids } = token
  return {
    app_id: app.id,
    type: token.kind,
    application: app.name,
    data_access_expires_at: 0,
    expires_at: token.expires_at === 0 ? 0 : unixSeconds(token.expires_at),
    is_valid: valid,
    issued_at: unixSeconds(token.issued_at),
    scopes: token.scopes,
    granular_scopes: token.scopes
      .filter(scope => scope.startsWith('whatsapp_business_'))
      .map(scope => ({ scope, ...targetsOf(targets?.[scope] ?? account_ids) })),
    user_id: token.user_id,
  }
}

/** Without a list, all. */
const targetsOf = (accountIds: string[] | undefined) => (accountIds ? { target_ids: accountIds } : {})

const invalid = ({ code, message, subcode }: Refusal) => ({
  error: { code, message, ...(subcode === undefined ? {} : { subcode }) },
  is_valid: false,
  scopes: [],
})
