import { Meta } from '../meta.tsx'
import { Caption } from './caption.tsx'
import type { BodyProps } from './index.ts'
import { mediaUrl } from './media-url.ts'
import { Picture } from './picture.tsx'

export function ImageBody({ message }: BodyProps<'image'>) {
  const { caption } = message.content
  return (
    <div className="w-80 max-w-full">
      <div className="relative">
        <Picture src={mediaUrl(message.content, message.media)} alt={caption ?? 'Photo'} />
        {!caption && <Meta message={message} over="picture" />}
      </div>
      {caption && <Caption message={message} text={caption} />}
    </div>
  )
}
