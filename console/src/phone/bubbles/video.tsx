import { useState } from 'react'
import { Caption } from './caption.tsx'
import type { BodyProps } from './index.ts'
import { mediaUrl } from './media-url.ts'
import { MissingMedia } from './picture.tsx'

export function VideoBody({ message }: BodyProps<'video'>) {
  return (
    <div className="w-80 max-w-full">
      <Film src={mediaUrl(message.content, message.media)} />
      <Caption message={message} text={message.content.caption} />
    </div>
  )
}

export function Film({ src, className = 'max-h-80' }: { src?: string; className?: string }) {
  const [broken, setBroken] = useState(false)
  if (!src || broken) return <MissingMedia icon="video" text="This video cannot be played here" />
  return (
    // biome-ignore lint/a11y/useMediaCaption: messages carry no captions for the deaf
    <video
      src={src}
      controls
      playsInline
      preload="metadata"
      onError={() => setBroken(true)}
      className={`min-h-32 w-full rounded-[0.85rem] bg-black ${className}`}
    />
  )
}
