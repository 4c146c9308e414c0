import type { Socket } from 'node:net'
import type { Refusal } from '../../domain/refusals.ts'
import { errorEnvelope } from '../../graph/envelope.ts'
import { DEFAULT_VERSION } from '../../graph/versions.ts'
import { metaJson } from '../../webhooks/bytes.ts'
import { graphHeaders } from './headers.ts'

const REASONS: { [http: number]: string } = {
  400: 'Bad Request',
  408: 'Request Timeout',
  431: 'Request Header Fields Too Large',
}

const broken = (http: number, message: string): Refusal => ({
  name: 'BrokenRequest',
  code: 1,
  http,
  bare: true,
  message,
})

export const BadRequest = broken(400, 'Invalid request.')

/** What is said of bytes that are no request, by Node's code for what is wrong with them. */
function refusalOf(code: string | undefined, maxHeaderBytes: number): Refusal {
  if (code === 'HPE_HEADER_OVERFLOW') {
    return broken(431, `The headers of the request are larger than ${maxHeaderBytes} bytes.`)
  }
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? broken(408, 'The request did not arrive in time.') : BadRequest
}

/** Answers bytes that are no request in the same envelope as everything else, and hangs up. */
export function answerBroken(
  error: { code?: string },
  line: Socket,
  { trace, maxHeaderBytes }: { trace: string; maxHeaderBytes: number },
): void {
  if (error.code === 'ECONNRESET' || line.destroyed) return
  if (line.writable) {
    const refusal = refusalOf(error.code, maxHeaderBytes)
    const text = metaJson(errorEnvelope(refusal, trace))
    const headers = Object.entries({
      ...graphHeaders({ ok: false, version: DEFAULT_VERSION, refusal }, trace),
      'content-length': String(text.length),
      connection: 'close',
    })
    const head = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')
    line.write(`HTTP/1.1 ${refusal.http} ${REASONS[refusal.http]}\r\n${head}\r\n${text}`, 'latin1')
  }
  line.destroySoon()
}
