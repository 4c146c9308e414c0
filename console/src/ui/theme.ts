import { useSyncExternalStore } from 'react'

export type Theme = 'auto' | 'light' | 'dark'

const STORED_AS = 'landline-theme'
const listeners = new Set<() => void>()

export function useTheme(): [Theme, (theme: Theme) => void] {
  const theme = useSyncExternalStore(subscribe, storedTheme)
  return [theme, setTheme]
}

export function applyTheme(theme: Theme = storedTheme()) {
  if (theme === 'auto') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}

function setTheme(theme: Theme) {
  localStorage.setItem(STORED_AS, theme)
  applyTheme(theme)
  for (const listener of listeners) listener()
}

function storedTheme(): Theme {
  const stored = localStorage.getItem(STORED_AS)
  return stored === 'light' || stored === 'dark' ? stored : 'auto'
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
