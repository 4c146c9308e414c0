import type { ComponentType } from 'react'
import type { Message, MessageType } from '../api/messages.ts'
import { Icon } from '../ui/icon.tsx'
import { Safe } from '../ui/safe.tsx'
import { isOnlyEmoji } from '../util/emoji.ts'
import { type BodyProps, bodies } from './bubbles/index.ts'
import { ProductLine, ReferralCard } from './bubbles/referral.tsx'
import { UnsupportedBody } from './bubbles/unsupported.tsx'
import { Meta } from './meta.tsx'
import { Quote } from './quote.tsx'

/** The frame around a message. What is inside is the business of bubbles/. */
export function Bubble({ message, last }: { message: Message; last: boolean }) {
  const mine = message.direction === 'received'
  if (message.revoked) return <Deleted message={message} />
  const Body = (bodies[message.type] ?? bodies.unsupported) as ComponentType<BodyProps<MessageType>>
  const quote = message.context && <Quote wamid={message.context} />
  const body = (
    <Safe fallback={<UnsupportedBody message={message} />}>
      <Body message={message} />
    </Safe>
  )
  if (isBare(message)) {
    return (
      <div className={`flex flex-col ${mine ? 'items-end' : 'items-start'}`}>
        {quote && <div className="w-56 rounded-2xl bg-bubble p-1.5">{quote}</div>}
        {body}
      </div>
    )
  }
  const corner = last ? (mine ? 'rounded-br-md' : 'rounded-bl-md') : ''
  return (
    <div
      className={`flow-root max-w-full rounded-[1.15rem] p-1.5 shadow-[0_1px_1px_#1a0e1f14] ${corner} ${mine ? 'bg-mine' : 'bg-bubble'} ${message.status === 'unsent' ? 'opacity-70' : ''}`}
    >
      {(message.forwarded || message.frequently_forwarded) && (
        <p className="flex items-center gap-1 px-1.5 pb-0.5 text-soft text-xs italic">
          <Icon name="reply" className="-scale-x-100 size-3.5" />{' '}
          {message.frequently_forwarded ? 'Forwarded many times' : 'Forwarded'}
        </p>
      )}
      {message.referral && <ReferralCard referral={message.referral} />}
      {message.referred_product && <ProductLine id={message.referred_product.product_retailer_id} />}
      {quote}
      {body}
    </div>
  )
}

function Deleted({ message }: { message: Message }) {
  return (
    <div className="flow-root rounded-[1.15rem] bg-mine px-3 py-2 text-soft shadow-[0_1px_1px_#1a0e1f14]">
      <span className="inline-flex items-center gap-1.5 italic">
        <Icon name="block" className="size-4" /> You deleted this message
      </span>
      <Meta message={message} />
    </div>
  )
}

/** Stickers and lone emoji stand on the paper without a bubble. */
function isBare(message: Message): boolean {
  if (message.referral || message.referred_product) return false
  return message.type === 'sticker' || (message.type === 'text' && isOnlyEmoji(message.content.body ?? ''))
}
