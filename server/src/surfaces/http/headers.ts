import type { GraphAnswer } from '../../graph/dispatch.ts'
import { authenticateHeader } from '../../graph/envelope.ts'
import { addUsage } from './usage.ts'

/** Headers that clients of the Graph read, and a few that every answer carries. */
export function graphHeaders(answer: GraphAnswer, trace: string): Record<string, string> {
  const headers: Record<string, string> = {
    'content-type': 'application/json; charset=UTF-8',
    'access-control-allow-origin': '*',
    vary: 'Accept-Encoding',
    'facebook-api-version': answer.version,
    'x-fb-request-id': trace,
    'x-fb-trace-id': trace.slice(1, 12),
    'cache-control': answer.ok ? 'private, no-cache, no-store, must-revalidate' : 'no-store',
    pragma: 'no-cache',
    expires: 'Sat, 01 Jan 2000 00:00:00 GMT',
  }
  if (answer.asked !== undefined && answer.asked !== answer.version) {
    headers['x-ad-api-version-warning'] =
      `The call has been auto-upgraded to ${answer.version} as ${answer.asked} has been deprecated.`
  }
  addUsage(headers, answer)
  if (!answer.ok) headers['www-authenticate'] = authenticateHeader(answer.refusal)
  return headers
}
