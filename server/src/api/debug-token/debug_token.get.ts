import { z } from 'zod'
import type { App, Token } from '../../domain/model.ts'
import { unixSeconds } from '../../domain/time.ts'
import { identify, sameText, tokenHash } from '../../graph/access.ts'
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
  summary: 'What a token is, and whether it may still be used.',
  docs: 'permissions',
  access: 'token',
  params: z.looseObject({ input_token: z.string() }),
  returns: z.object({ data: Debugged }),
}).run(async ({ params, read, now }) => ({ data: await describe(params.input_token, read, now) }))

async function describe(text: string, read: Read, now: number): Promise<z.input<typeof Debugged>> {
  const [appId, secret] = text.split('|')
  if (secret !== undefined) {
    const app = await read.apps.find(appId!)
    return app && sameText(app.secret, secret) ? describeApp(app) : invalid('Invalid OAuth access token.')
  }
  const token = await read.tokens.find(tokenHash(text))
  const app = token && (await read.apps.find(token.app_id))
  if (!token || !app) return invalid('Invalid OAuth access token - Cannot parse access token')
  const usable = await identify(text, read, now).then(
    () => true,
    () => false,
  )
  return describeToken(token, app, usable)
}

const describeApp = (app: App) => ({
  app_id: app.id,
  type: 'APP',
  application: app.name,
  is_valid: true,
  scopes: [],
})

function describeToken(token: Token, app: App, usable: boolean) {
  return {
    app_id: app.id,
    type: token.kind,
    application: app.name,
    data_access_expires_at: 0,
    expires_at: token.expires_at === 0 ? 0 : unixSeconds(token.expires_at),
    is_valid: usable,
    issued_at: unixSeconds(token.issued_at),
    scopes: token.scopes,
    granular_scopes: token.scopes
      .filter(scope => scope !== 'business_management')
      .map(scope => ({ scope, ...(token.account_ids ? { target_ids: token.account_ids } : {}) })),
    user_id: token.user_id,
    ...(usable
      ? {}
      : { error: { code: 190, message: 'Error validating access token: the session is over.', subcode: 463 } }),
  }
}

const invalid = (message: string) => ({ error: { code: 190, message }, is_valid: false, scopes: [] })
