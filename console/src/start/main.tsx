import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { queryClient } from '../api/queries.ts'
import '../styles.css'
import { applyTheme } from '../ui/theme.ts'
import { StartPage } from './start-page.tsx'

applyTheme()
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <StartPage />
    </QueryClientProvider>
  </StrictMode>,
)
