import { IconButton } from './button.tsx'
import { useTheme } from './theme.ts'

const NEXT = { auto: 'light', light: 'dark', dark: 'auto' } as const
const LOOK = {
  auto: { icon: 'auto', label: 'Colours follow the system' },
  light: { icon: 'sun', label: 'Light colours' },
  dark: { icon: 'moon', label: 'Dark colours' },
} as const

export function ThemeButton() {
  const [theme, setTheme] = useTheme()
  return <IconButton {...LOOK[theme]} onClick={() => setTheme(NEXT[theme])} />
}
