import type { Message } from '../../api/messages.ts'
import { Meta } from '../meta.tsx'
import { RichText } from '../rich-text.tsx'

/** What stands under a picture, with the time; on its own, just the time. */
export function Caption({ message, text }: { message: Message; text?: string }) {
  return (
    <div dir="auto" className="flow-root px-1.5 pt-1 pb-0.5">
      {text && <RichText text={text} />}
      <Meta message={message} />
    </div>
  )
}
