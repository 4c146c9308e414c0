import { useState } from 'react'
import { Meta } from '../meta.tsx'
import type { BodyProps } from './index.ts'
import { mediaUrl } from './media-url.ts'
import { MissingMedia } from './picture.tsx'

export function StickerBody({ message }: BodyProps<'sticker'>) {
  const [broken, setBroken] = useState(false)
  const src = mediaUrl(message.content, message.media)
  return (
    <div className="flex w-40 flex-col">
      {src && !broken ? (
        <img src={src} alt="Sticker" onError={() => setBroken(true)} className="size-40 object-contain" />
      ) : (
        <MissingMedia icon="sticker" text="This sticker is not available" />
      )}
      <Meta message={message} over="paper" />
    </div>
  )
}
