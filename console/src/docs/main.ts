import './docs.css'

const LIGHT = { 'bg-color': '#faf8fb', 'text-color': '#231b29', 'primary-color': '#7b3a82' }
const DARK = { 'bg-color': '#1a151e', 'text-color': '#f2edf5', 'primary-color': '#b569bf' }

const systemIsDark = matchMedia('(prefers-color-scheme: dark)')

/** The same choice of colours as on the other pages. The explorer reads them as attributes. */
function paint() {
  const chosen = localStorage.getItem('landline-theme')
  const dark = chosen === 'light' || chosen === 'dark' ? chosen === 'dark' : systemIsDark.matches
  const colors = Object.entries(dark ? DARK : LIGHT)
  for (const [name, value] of colors) document.querySelector('openapi-explorer')?.setAttribute(name, value)
}

paint()
systemIsDark.addEventListener('change', paint)
await import('openapi-explorer')
