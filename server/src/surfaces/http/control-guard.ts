import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Refusal } from '../../domain/refusals.ts'
import { sameText } from '../../graph/access.ts'
import { originFault } from './origin.ts'

/** Who may call what is ours: pages and scripts of this machine, and elsewhere whoever holds the secret. */
export interface ControlGuard {
  /** Needed when it is set. */
  secret?: string | undefined
}

const COOKIE = 'landline_control'

const ControlForbidden = (message: string): Refusal => ({ name: 'ControlForbidden', code: 200, http: 403, message })

export function controlFault(guard: ControlGuard, request: FastifyRequest): Refusal | undefined {
  const fault = originFault(request.headers, guard)
  if (fault) return ControlForbidden(fault)
  const type = (request.headers['content-type'] ?? '').toLowerCase()
  // A form is what a foreign page can send without asking; only our own multipart upload is let through.
  if (request.method === 'POST' && type !== '' && !type.includes('json') && !type.startsWith('multipart/form-data')) {
    return ControlForbidden('Send JSON (content-type: application/json).')
  }
  return holdsSecret(guard, request)
    ? undefined
    : ControlForbidden('This needs the control secret: Authorization: Bearer <secret>.')
}

export function holdsSecret({ secret }: ControlGuard, request: FastifyRequest): boolean {
  if (secret === undefined) return true
  const bearer = /^Bearer\s+(.+)$/i.exec(request.headers.authorization ?? '')?.[1]
  const given = bearer ?? new RegExp(`(?:^|;\\s*)${COOKIE}=([^;]+)`).exec(request.headers.cookie ?? '')?.[1]
  return given !== undefined && (sameText(given, secret) || sameText(given, encodeURIComponent(secret)))
}

/** A page opened with `?key=<secret>` keeps the secret as a cookie, and the address bar forgets it. */
export function admitByKey({ secret }: ControlGuard, request: FastifyRequest, reply: FastifyReply): boolean {
  const { key } = request.query as { key?: string }
  if (secret === undefined || key === undefined || !sameText(String(key), secret)) return false
  const path = request.url.split('?')[0]!
  void reply
    .header('set-cookie', `${COOKIE}=${encodeURIComponent(secret)}; Path=/; HttpOnly; SameSite=Strict`)
    .redirect(path, 303)
  return true
}
