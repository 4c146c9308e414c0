import { isOnlyEmoji } from '../../util/emoji.ts'
import { Meta } from '../meta.tsx'
import { RichText } from '../rich-text.tsx'
import type { BodyProps } from './index.ts'
import { LinkCard } from './link-card.tsx'

export function TextBody({ message }: BodyProps<'text'>) {
  const { body } = message.content
  if (isOnlyEmoji(body)) {
    return (
      <div className="flex flex-col">
        <span className="text-5xl leading-tight">{body}</span>
        <Meta message={message} over="paper" />
      </div>
    )
  }
  return (
    <div dir="auto" className="flow-root px-1.5 py-0.5">
      {message.preview && <LinkCard preview={message.preview} />}
      <RichText text={body} />
      <Meta message={message} />
    </div>
  )
}
