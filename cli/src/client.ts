import { saved } from './saved.ts'
import { CommandError, RefusedError, type Terminal } from './terminal.ts'

export const DEFAULT_URL = 'http://127.0.0.1:4400'

/** Options that every command of a running server has. */
export interface ServerFlags {
  url?: string
  json?: boolean
  controlSecret?: string
}

interface Call {
  query?: Record<string, string | number | undefined>
  body?: object | FormData
  token?: string
  /** Real milliseconds to wait for the answer; without it as long as it takes. */
  patience?: number
}

/** Calls a running server over HTTP, as anybody else would. */
export interface Client {
  url: string
  /** The control API. `T` is what the server documents, taken on trust. */
  control<T = unknown>(method: string, path: string, call?: Call): Promise<T>
  /** Writes a file from the control API as it comes, and answers its size in bytes. What breaks off leaves no file. */
  save(path: string, file: string): Promise<number>
  /** The Graph API, path with version. */
  graph<T = unknown>(method: string, path: string, call: Call & { token: string }): Promise<T>
}

/** Throws CommandError when the server cannot be reached or says no. */
export function clientFor(flags: ServerFlags, { env, signal }: Pick<Terminal, 'env' | 'signal'>): Client {
  const url = (flags.url ?? (env.LANDLINE_URL || DEFAULT_URL)).replace(/\/+$/, '')
  const address = URL.parse(url)
  if (!/^https?:$/.test(address?.protocol ?? '')) {
    throw new CommandError(`"${url}" is no address of a server. Write it like ${DEFAULT_URL}.`)
  }
  if (/^\/(v\d+\.\d+|phone|docs|control)(\/|$)/.test(address!.pathname)) {
    throw new CommandError(`"${url}" is more than the address of a server. Write it like ${address!.origin}.`)
  }
  const secret = flags.controlSecret ?? (env.LANDLINE_CONTROL_SECRET || undefined)

  const call = async <T>(method: string, path: string, options: Call): Promise<T> => {
    return reach(method, path, options, async response => answerOf<T>(response, await response.text(), url))
  }

  /** `take` reads the answer to its end. */
  async function reach<T>(
    method: string,
    path: string,
    { query = {}, body, token, patience }: Call,
    take: (response: Response) => Promise<T>,
  ): Promise<T> {
    const target = new URL(url + path)
    for (const [name, value] of Object.entries(query))
      if (value !== undefined) target.searchParams.set(name, String(value))
    const json = body !== undefined && !(body instanceof FormData)
    const late = patience === undefined ? undefined : AbortSignal.timeout(patience)
    try {
      const response = await fetch(target, {
        method,
        signal: late ? AbortSignal.any([signal, late]) : signal,
        headers: {
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...(json ? { 'content-type': 'application/json' } : {}),
        },
        ...(body === undefined ? {} : { body: json ? JSON.stringify(body) : body }),
      })
      return await take(response)
    } catch (error) {
      if (signal.aborted || error instanceof CommandError) throw error
      if (late?.aborted) throw new CommandError(`What listens at ${url} did not answer within ${patience} ms.`)
      throw new CommandError(
        `No Landline answers at ${url}. Start one with \`npx landline start\`, or name another with --url.`,
      )
    }
  }

  const secretOnly = secret === undefined ? {} : { token: secret }
  return {
    url,
    control: (method, path, options = {}) => call(method, `/control/${path}`, { ...options, ...secretOnly }),
    save: (path, file) =>
      reach('GET', `/control/${path}`, secretOnly, async response =>
        // What went wrong is said in JSON.
        response.ok ? saved(response, file) : answerOf<number>(response, await response.text(), url),
      ),
    graph: (method, path, options) => call(method, `/${path}`, options),
  }
}

interface MetaError {
  message: string
  code?: number
  error_user_msg?: string
  error_data?: { details?: string }
}

function answerOf<T>(response: Response, text: string, url: string): T {
  let answer: unknown
  try {
    answer = JSON.parse(text)
  } catch {
    throw new CommandError(
      `What answers at ${url} is no Landline: it says ${response.status} and no JSON. Name another with --url.`,
    )
  }
  const error = (answer as { error?: MetaError } | null)?.error
  if (error && typeof error.message === 'string') throw new RefusedError(sentence(error))
  if (!response.ok) throw new CommandError(`${url} answers ${response.status}: ${text.slice(0, 300)}`)
  return answer as T
}

/** Meta's message, and its details where they say more. */
function sentence({ message, error_data, error_user_msg }: MetaError): string {
  const more = [error_data?.details, error_user_msg].flatMap(one => (one && !message.includes(one) ? [one] : []))
  return [message, ...more].reduce((said, one) => `${said}${/[.!?:]$/.test(said) ? '' : ':'} ${one}`)
}
