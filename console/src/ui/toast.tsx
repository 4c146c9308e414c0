import { createContext, type ReactNode, use, useCallback, useMemo, useState } from 'react'
import { IconButton } from './button.tsx'
import { Icon, type IconName } from './icon.tsx'

interface Toast {
  id: number
  text: string
  icon: IconName
  bad?: boolean
  link?: string
}

interface Toaster {
  say: (text: string, extra?: { icon?: IconName; link?: string }) => void
  fail: (problem: unknown) => void
}

const SHOWN_MS = 5_000
const SHOWN_BAD_MS = 10_000
const MOST = 3

const ToastContext = createContext<Toaster>({ say: () => {}, fail: () => {} })
export const useToast = () => use(ToastContext)

let lastId = 0

export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<Toast[]>([])
  const drop = useCallback((id: number) => setToasts(all => all.filter(toast => toast.id !== id)), [])
  const toaster = useMemo<Toaster>(() => {
    const show = (toast: Omit<Toast, 'id'>) => {
      const id = ++lastId
      setToasts(all => [...all.filter(other => other.bad && other.text !== toast.text), { ...toast, id }].slice(-MOST))
      setTimeout(() => drop(id), toast.bad ? SHOWN_BAD_MS : SHOWN_MS)
    }
    return {
      say: (text, extra) => show({ text, icon: 'info', ...extra }),
      fail: problem =>
        show({ text: problem instanceof Error ? problem.message : String(problem), icon: 'warning', bad: true }),
    }
  }, [drop])

  return (
    <ToastContext value={toaster}>
      {children}
      <div className="pointer-events-none fixed inset-x-0 top-3 z-50 flex flex-col items-center gap-2 px-3">
        {toasts.map(toast => (
          <ToastCard key={toast.id} toast={toast} onClose={() => drop(toast.id)} />
        ))}
      </div>
    </ToastContext>
  )
}

function ToastCard({ toast, onClose }: { toast: Toast; onClose: () => void }) {
  return (
    <div
      role={toast.bad ? 'alert' : 'status'}
      className="pointer-events-auto flex max-w-md animate-rise items-start gap-3 rounded-2xl border border-line bg-pane py-2 pr-2 pl-4 shadow-xl"
    >
      <Icon name={toast.icon} className={`mt-1.5 size-5 ${toast.bad ? 'text-bad' : 'text-accent'}`} />
      <p className="min-w-0 flex-1 py-1.5 [overflow-wrap:anywhere]">
        {toast.text}
        {toast.link && (
          <a href={toast.link} target="_blank" rel="noopener noreferrer" className="block text-accent underline">
            {toast.link}
          </a>
        )}
      </p>
      <IconButton icon="close" label="Dismiss" onClick={onClose} className="size-8" iconClassName="size-4" />
    </div>
  )
}
