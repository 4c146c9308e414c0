import { Icon } from '../../ui/icon.tsx'
import { fileLabel, fileSize } from '../../util/size.ts'
import { Caption } from './caption.tsx'
import type { BodyProps } from './index.ts'
import { mediaUrl } from './media-url.ts'

export function DocumentBody({ message }: BodyProps<'document'>) {
  const { content, media } = message
  return (
    <div className="w-72 max-w-full">
      <FileCard
        url={mediaUrl(content, media)}
        filename={content.filename ?? media?.filename}
        mimeType={media?.mime_type}
        size={media?.file_size}
      />
      <Caption message={message} text={content.caption} />
    </div>
  )
}

interface FileCardProps {
  url?: string
  filename?: string
  mimeType?: string
  size?: number
}

export function FileCard({ url, filename = 'Document', mimeType, size }: FileCardProps) {
  const label = fileLabel(filename, mimeType)
  const facts = [label, size !== undefined && fileSize(size)].filter(Boolean).join(' · ')
  return (
    <a
      href={url}
      download={filename}
      target="_blank"
      rel="noopener noreferrer"
      title={`Download ${filename}`}
      className="flex items-center gap-3 rounded-[0.85rem] bg-sunk p-2.5 hover:brightness-95"
    >
      <span className="relative grid h-12 w-10 shrink-0 place-items-center rounded-lg rounded-tr-2xl bg-accent font-bold text-[0.625rem] text-on-accent tracking-wide">
        {label}
      </span>
      <span className="min-w-0 flex-1">
        <span className="line-clamp-2 font-medium leading-snug [overflow-wrap:anywhere]">{filename}</span>
        <span className="text-soft text-xs">{facts}</span>
      </span>
      <Icon name="download" className="size-5 text-soft" />
    </a>
  )
}
