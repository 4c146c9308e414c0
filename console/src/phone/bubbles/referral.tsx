import type { Referral } from '../../api/messages.ts'
import { Icon } from '../../ui/icon.tsx'

/** The advertisement that led to a message, on top of the bubble. */
export function ReferralCard({ referral }: { referral: Referral }) {
  const { source_type, headline, body } = referral
  return (
    <div className="mb-1 flex items-start gap-3 rounded-[0.85rem] bg-sunk p-2.5">
      <Icon name="external" className="mt-0.5 size-5 text-accent" />
      <span className="min-w-0 text-sm">
        <span className="block text-soft text-xs">{source_type === 'ad' ? 'Ad' : 'Post'}</span>
        {headline && <span className="block truncate font-semibold">{headline}</span>}
        {body && <span className="line-clamp-2 text-soft">{body}</span>}
      </span>
    </div>
  )
}

/** The product that a message asks about. */
export function ProductLine({ id }: { id: string }) {
  return (
    <div className="mb-1 flex max-w-full items-center gap-2.5 rounded-[0.85rem] bg-sunk p-2.5 text-sm">
      <Icon name="gift" className="size-5 text-accent" />
      <span className="min-w-0 font-medium [overflow-wrap:anywhere]">{id}</span>
    </div>
  )
}
