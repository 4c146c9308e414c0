import type { ReactNode } from 'react'
import type { Message } from '../../api/messages.ts'
import { Meta } from '../meta.tsx'
import { RichText } from '../rich-text.tsx'

interface FrameProps {
  message: Message
  header?: ReactNode
  body?: string
  footer?: string
  children?: ReactNode
}

/** Header, body, footer, time, then buttons: the build of interactive messages and templates alike. */
export function Frame({ message, header, body, footer, children }: FrameProps) {
  return (
    <div className="w-80 max-w-full">
      {header}
      <div dir="auto" className="flow-root px-1.5 pt-1 pb-0.5">
        {body && <RichText text={body} />}
        {footer ? (
          <div className="mt-1 flow-root text-soft text-sm">
            {footer}
            <Meta message={message} />
          </div>
        ) : (
          <Meta message={message} />
        )}
      </div>
      {children}
    </div>
  )
}
