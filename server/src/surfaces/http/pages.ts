import { readFile, stat } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { admitByKey, type ControlGuard, holdsSecret } from './control-guard.ts'
import { originFault } from './origin.ts'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
  '.map': 'application/json',
}

/** Nothing from elsewhere runs in our pages; pictures of headers and cards may be linked from the web. */
const POLICY =
  "default-src 'self'; img-src 'self' data: blob: https: http:; media-src 'self' blob: https: http:; " +
  "style-src 'self' 'unsafe-inline'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"

const ASK_FOR_KEY = 'Open this page once with ?key=<control secret>; the secret is printed at start.'

const PAGES: Record<string, string> = { '/': 'index.html', '/phone': 'phone/index.html', '/docs': 'docs/index.html' }

/** The pages that the build made, from its folder. Without a build they say how to make one. */
export function pagesSurface(app: FastifyInstance, folder: string, guard: ControlGuard): void {
  for (const [path, file] of Object.entries(PAGES)) {
    app.get(path, (request, reply) => {
      // `GET /?ids=` is a call to the Graph.
      if (path === '/' && (request.query as { ids?: string }).ids !== undefined) return reply.callNotFound()
      const fault = originFault({ host: request.headers.host }, guard)
      if (fault) return reply.code(403).type('text/plain; charset=utf-8').send(fault)
      if (admitByKey(guard, request, reply)) return reply
      if (!holdsSecret(guard, request)) return reply.code(403).type('text/plain; charset=utf-8').send(ASK_FOR_KEY)
      return sendFile(reply, join(folder, file), 'no-cache')
    })
    // What people type. The slash alone is the start page.
    if (path !== '/')
      app.get(`${path}/`, (request, reply) => reply.redirect(request.url.replace(`${path}/`, path), 308))
  }
  app.get('/pages/*', (request, reply) => {
    const asked = normalize(decodeSafely((request.params as { '*': string })['*']))
    const file = join(folder, asked)
    if (asked.startsWith('..') || !file.startsWith(folder + sep)) return reply.code(404).send('Not Found')
    return sendFile(reply, file, asked.startsWith('assets') ? 'public, max-age=31536000, immutable' : 'no-cache')
  })
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return '..'
  }
}

async function sendFile(reply: FastifyReply, file: string, cache: string): Promise<FastifyReply> {
  const found = await stat(file).catch(() => undefined)
  if (!found?.isFile()) {
    return reply
      .code(404)
      .type('text/plain; charset=utf-8')
      .send('This page has not been built. Run "npm run build" and load it again.')
  }
  return reply
    .headers({
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'cache-control': cache,
      'content-security-policy': POLICY,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    })
    .send(await readFile(file))
}
