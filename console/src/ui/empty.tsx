import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'
import markUrl from './mark.svg'

/** What stands where there is nothing yet: what this place is for, and the next step. */
export function Empty({ icon, title, children }: { icon: IconName | 'mark'; title: string; children?: ReactNode }) {
  return (
    <div className="grid h-full place-items-center p-8 text-center">
      <div className="flex max-w-xs flex-col items-center gap-3">
        {icon === 'mark' ? (
          <img src={markUrl} alt="" className="size-16" />
        ) : (
          <span className="grid size-16 place-items-center rounded-[30%] bg-chosen text-accent">
            <Icon name={icon} className="size-8" />
          </span>
        )}
        <h2 className="font-semibold text-lg">{title}</h2>
        <div className="flex flex-col items-center gap-4 text-soft">{children}</div>
      </div>
    </div>
  )
}
