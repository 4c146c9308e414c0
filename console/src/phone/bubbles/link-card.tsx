import type { Preview } from '../../api/messages.ts'

/** What a page says of itself, above the text that links to it. It opens what the text links to. */
export function LinkCard({ preview: { link, title, description, image } }: { preview: Preview }) {
  return (
    <a
      href={link}
      dir="auto"
      target="_blank"
      rel="noopener noreferrer"
      className="-mx-0.5 mb-1.5 block min-w-64 max-w-full overflow-hidden rounded-[0.85rem] bg-sunk hover:brightness-95"
    >
      {image && <img src={image} alt="" className="max-h-48 w-full object-cover" />}
      <span className="block px-3 py-2">
        <span className="line-clamp-2 font-semibold leading-snug [overflow-wrap:anywhere]">{title}</span>
        <span className="line-clamp-2 text-sm [overflow-wrap:anywhere]">{description}</span>
        <span className="mt-0.5 block truncate text-soft text-xs">{new URL(link).hostname}</span>
      </span>
    </a>
  )
}
