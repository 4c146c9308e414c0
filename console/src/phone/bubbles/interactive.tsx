import type { InteractiveCard, InteractiveContent, Message } from '../../api/messages.ts'
import { Icon } from '../../ui/icon.tsx'
import { Meta } from '../meta.tsx'
import { RichText } from '../rich-text.tsx'
import { Card, Cards } from './cards.tsx'
import { Frame } from './frame.tsx'
import { InteractiveHeader } from './header.tsx'
import type { BodyProps } from './index.ts'
import { InteractiveButtons } from './interactive-buttons.tsx'
import { ProductSheet } from './product-sheet.tsx'

export function InteractiveBody({ message }: BodyProps<'interactive'>) {
  const { content } = message
  const answer = answerOf(content)
  if (answer) return <Answer message={message} {...answer} />
  const cards = content.action?.cards
  const products = cards?.some(card => card.action?.product_retailer_id)
  return (
    <Frame
      message={message}
      header={
        content.header && <InteractiveHeader header={content.header} held={message.media} fetched={message.fetched} />
      }
      body={content.body?.text}
      footer={content.footer?.text}
    >
      {products ? (
        <ProductSheet message={message} content={content} />
      ) : cards ? (
        <Cards label="Cards">
          {cards.map((card, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: cards never move
            <InteractiveCardView key={index} message={message} card={card} />
          ))}
        </Cards>
      ) : (
        <InteractiveButtons message={message} content={content} />
      )}
    </Frame>
  )
}

function InteractiveCardView({ message, card }: { message: Message; card: InteractiveCard }) {
  return (
    <Card>
      {card.header && <InteractiveHeader header={card.header} />}
      <div dir="auto" className="flex-1 px-1 pt-1 text-sm">
        {card.body && <RichText text={card.body.text} />}
      </div>
      <InteractiveButtons message={message} content={{ ...card, type: card.action?.buttons ? 'button' : 'cta_url' }} />
    </Card>
  )
}

interface AnswerText {
  title: string
  detail?: string
}

/** What the customer answered, when the message is an answer. */
function answerOf({
  button_reply,
  list_reply,
  nfm_reply,
  call_permission_reply,
}: InteractiveContent): AnswerText | undefined {
  if (button_reply) return button_reply
  if (list_reply) return { title: list_reply.title, detail: list_reply.description }
  if (nfm_reply) return { title: NFM_TITLES[nfm_reply.name ?? ''] ?? 'Form sent', detail: filledIn(nfm_reply) }
  if (!call_permission_reply) return undefined
  return { title: call_permission_reply.response === 'accept' ? 'Calls allowed' : 'Calls declined' }
}

const NFM_TITLES: Record<string, string> = { address_message: 'Address sent' }

/** What was filled in, as far as it is plain; the token is nobody's concern. */
function filledIn({
  name,
  body,
  response_json = '{}',
}: NonNullable<InteractiveContent['nfm_reply']>): string | undefined {
  if (name === 'address_message') return body
  const { flow_token: _, ...fields } = JSON.parse(response_json) as Record<string, unknown>
  const lines = Object.entries(fields).map(([field, value]) => `${field}: ${plain(value)}`)
  return lines.join('\n') || undefined
}

const plain = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

function Answer({ message, title, detail }: AnswerText & { message: Message }) {
  return (
    <div className="flow-root px-1.5 py-0.5">
      {detail && <Icon name="list" className="float-left mt-0.5 mr-2 size-4 text-soft" />}
      {title}
      {detail && <span className="block whitespace-pre-line text-soft text-sm [overflow-wrap:anywhere]">{detail}</span>}
      <Meta message={message} />
    </div>
  )
}
