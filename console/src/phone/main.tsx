import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { queryClient } from '../api/queries.ts'
import '../styles.css'
import { Button } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'
import { Safe } from '../ui/safe.tsx'
import { applyTheme } from '../ui/theme.ts'
import { ToastProvider } from '../ui/toast.tsx'
import { PhonePage } from './phone-page.tsx'

applyTheme()
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <ToastProvider>
        <Safe
          fallback={
            <Empty icon="warning" title="This page broke">
              <p>Reload it. If it breaks again, the browser console says where.</p>
              <Button look="solid" icon="retry" onClick={() => location.reload()}>
                Reload
              </Button>
            </Empty>
          }
        >
          <PhonePage />
        </Safe>
      </ToastProvider>
    </QueryClientProvider>
  </StrictMode>,
)
