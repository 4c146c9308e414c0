import type { RawParams } from './params.ts'

/** A hint about a call that succeeded, shown when the call asks for it with `debug`. */
export interface Notice {
  message: string
  type: 'warning' | 'info'
  link?: string
}

const SHOWN: { [level: string]: readonly Notice['type'][] } = {
  all: ['warning', 'info'],
  info: ['info', 'warning'],
  warning: ['warning'],
}

/**
 * The answer with `__debug__` when `debug` is `all`, `info` or `warning`; as it is otherwise. Lists and bytes have no place for it.
 * https://developers.facebook.com/docs/graph-api/guides/debugging
 */
export function withDebug(body: unknown, params: RawParams, notices: readonly Notice[]): unknown {
  const shown = typeof params.debug === 'string' && Object.hasOwn(SHOWN, params.debug) ? SHOWN[params.debug] : undefined
  if (!shown || typeof body !== 'object' || body === null || Array.isArray(body)) return body
  const messages = notices.filter(({ type }) => shown.includes(type))
  return { ...body, __debug__: messages.length > 0 ? { messages } : {} }
}

export const autoUpgraded = (asked: string, version: string): Notice => ({
  message: `The call has been auto-upgraded to ${version} as ${asked} has been deprecated.`,
  type: 'warning',
  link: 'https://developers.facebook.com/docs/graph-api/changelog/',
})

export const notReadable = (why: string): Notice => ({
  message: `The change was made, but the fields asked for cannot be read: ${why}`,
  type: 'warning',
})
