import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import { composeWorld, isLoopback, type World } from './compose.ts'
import { publicMessage } from './domain/refusals.ts'
import { WEBHOOK_FIELDS } from './domain/webhook-fields.ts'
import { dispatch } from './graph/dispatch.ts'
import type { Landline, LandlineOptions } from './options.ts'
import { secureRandom } from './runtime/random.ts'
import type { ControlGuard } from './surfaces/http/control-guard.ts'
import { healthSurface } from './surfaces/http/health.ts'
import { linesOf } from './surfaces/http/lines.ts'
import { pagesSurface } from './surfaces/http/pages.ts'
import { httpServer } from './surfaces/http/server.ts'
import { liveSurface } from './surfaces/live/live.ts'
import { openApiDocument } from './surfaces/openapi/openapi.ts'
import { checkOptions } from './world/check-options.ts'
import { worldFacts } from './world/found.ts'

export type { Landline, LandlineOptions } from './options.ts'
export type { SeedInput } from './world/seed.ts'

export const DEFAULT_PORT = 4400
export const VERSION = '0.1.0'

/**
 * Starts a Landline and resolves when it takes calls. Several may run in one process; each has its own world.
 * Throws an Error with a sentence for people when it cannot start: a taken port, a data folder in use, a seed that
 * does not fit, a webhook whose handshake fails.
 */
export async function startLandline(options: LandlineOptions = {}): Promise<Landline> {
  checkOptions(options)
  const host = options.host ?? '127.0.0.1'
  const controlSecret =
    options.controlSecret ?? (isLoopback(host) ? undefined : secureRandom().bytes(24).toString('base64url'))
  const world = await composeWorld(options)
  const app = surfaces(world, controlSecret)
  try {
    await listen(app, host, options.port ?? DEFAULT_PORT)
    if (options.webhook) await subscribe(world, options.webhook, urlOf(app))
  } catch (error) {
    await app.close()
    await world.close()
    throw error
  }
  world.start()
  let closing: Promise<void> | undefined
  return {
    url: urlOf(app),
    ...(await worldFacts(world.store)),
    access_token: world.secrets.access_token,
    app_secret: world.secrets.app_secret,
    verify_token: world.secrets.verify_token,
    ...(controlSecret === undefined ? {} : { control_secret: controlSecret }),
    storage: { where: world.where, size: await world.store.driver.size() },
    close: () => (closing ??= app.close().then(() => world.close())),
  }
}

function surfaces(world: World, controlSecret: string | undefined): FastifyInstance {
  const control: ControlGuard = { secret: controlSecret }
  const app = httpServer({
    kernel: world.kernel,
    log: world.requests,
    control,
    elapsed: world.timers.elapsed,
    onFault: (cause, request) =>
      world.log.error({ request, error: cause instanceof Error ? cause.stack : String(cause) }, 'A call failed.'),
  })
  const lines = linesOf(app.server, world.timers)
  app.addHook('preClose', async () => {
    // A long poll would hold the stop up for as long as it waits.
    world.beginEnding()
    lines.hangUp()
  })
  liveSurface(app, { store: world.store, timers: world.timers, guard: control })
  pagesSurface(app, pagesFolder(), control)
  healthSurface(app, () => takesWork(world))
  let document: string | undefined
  app.get('/openapi.json', (_, reply) => {
    document ??= JSON.stringify(openApiDocument(world.kernel.registry, VERSION))
    return reply.header('access-control-allow-origin', '*').type('application/json; charset=utf-8').send(document)
  })
  return app
}

/** Reads what no cache keeps, so that it is the database that answers. */
async function takesWork({ store }: World): Promise<boolean> {
  await store.read.events.lastSeq()
  return (await store.read.world.find('world')) !== undefined
}

/** Beside the bundle when it runs from one, below `dist` when it runs from sources. */
function pagesFolder(): string {
  const beside = fileURLToPath(new URL('./pages', import.meta.url))
  return existsSync(beside) ? beside : fileURLToPath(new URL('../dist/pages', import.meta.url))
}

async function listen(app: FastifyInstance, host: string, port: number): Promise<void> {
  try {
    await app.listen({ host, port })
  } catch (error) {
    if ((error as { code?: string }).code !== 'EADDRINUSE') throw error
    throw new Error(`Port ${port} is taken. Stop what uses it, or choose another with --port (0 for any that is free).`)
  }
}

function urlOf(app: FastifyInstance): string {
  const address = app.server.address()
  if (typeof address !== 'object' || address === null) return ''
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address
  return `http://${name === '0.0.0.0' || name === '[::]' ? '127.0.0.1' : name}:${address.port}`
}

/** The same call that a developer would make by hand, so that it has no back door. */
async function subscribe(
  world: World,
  webhook: NonNullable<LandlineOptions['webhook']>,
  baseUrl: string,
): Promise<void> {
  const { app_id } = await worldFacts(world.store)
  const answer = await dispatch(world.kernel, {
    realm: 'graph',
    method: 'POST',
    path: ['v25.0', app_id, 'subscriptions'],
    params: {
      object: 'whatsapp_business_account',
      callback_url: webhook.url,
      verify_token: webhook.verifyToken ?? world.secrets.verify_token,
      fields: webhook.fields ?? [...WEBHOOK_FIELDS],
    },
    token: `${app_id}|${world.secrets.app_secret}`,
    baseUrl,
    name: 'subscribe',
  })
  if (answer.ok) return
  throw new Error(
    `The webhook ${webhook.url} did not pass its handshake. ${publicMessage(answer.refusal)} ` +
      'Is it running, and does it answer GET with hub.challenge when hub.verify_token is right?',
  )
}
