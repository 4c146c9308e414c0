import { useSyncExternalStore } from 'react'

/** Which phone, and which of its chats, is in the address: /phone?customer=…&number=…, or a link: /phone?message=… */
export interface Route {
  customer?: string
  number?: string
  /** What waits in the composer, after a link to the chat was opened. */
  text?: string
  /** Code of a short link or QR code that was followed. */
  message?: string
}

const listeners = new Set<() => void>()

export function useRoute(): Route {
  const search = useSyncExternalStore(subscribe, () => location.search)
  return readRoute(search)
}

function readRoute(search: string): Route {
  const params = new URLSearchParams(search)
  return {
    customer: params.get('customer') || undefined,
    number: params.get('number') || undefined,
    text: params.get('text') || undefined,
    message: params.get('message') || undefined,
  }
}

function routeSearch({ customer, number, text, message }: Route): string {
  const params = new URLSearchParams()
  if (customer) params.set('customer', customer)
  if (number) params.set('number', number)
  if (text) params.set('text', text)
  if (message) params.set('message', message)
  return `?${params}`
}

export function go(route: Route, how: 'push' | 'replace' = 'push') {
  const url = location.pathname + routeSearch(route)
  if (how === 'push') history.pushState({ inside: true }, '', url)
  else history.replaceState(history.state, '', url)
  for (const listener of listeners) listener()
}

/** Leaves a chat: back in the history if the list was there before, else in place. */
export function leaveChat(customer: string) {
  if (history.state?.inside) history.back()
  else go({ customer }, 'replace')
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  window.addEventListener('popstate', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('popstate', listener)
  }
}
