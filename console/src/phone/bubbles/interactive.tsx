import type { InteractiveCard, InteractiveContent, Message } from '../../api/messages.ts'
import { Icon } from '../../ui/icon.tsx'
import { Meta } from '../meta.tsx'
import { RichText } from '../rich-text.tsx'
import { Card, Cards } from './cards.tsx'
import { Frame } from './frame.tsx'
import { InteractiveHeader } from './header.tsx'
import type { BodyProps } from './index.ts'
import { InteractiveButtons } from './interactive-buttons.tsx'

export function InteractiveBody({ message }: BodyProps<'interactive'>) {
  const { content } = message
  const answer = answerOf(content)
  if (answer) return <Answer message={message} {...answer} />
  const cards = content.action?.cards
  return (
    <Frame
      message={message}
      header={
        content.header && <InteractiveHeader header={content.header} held={message.media} fetched={message.fetched} />
      }
      body={content.body?.text}
      footer={content.footer?.text}
    >
      {cards ? (
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
      <div className="flex-1 px-1 pt-1 text-sm">{card.body && <RichText text={card.body.text} />}</div>
      <InteractiveButtons message={message} content={{ type: card.type ?? card.action?.name ?? 'button', ...card }} />
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
  if (nfm_reply) return { title: nfm_reply.body ?? 'Sent', detail: nfm_reply.name && `Form: ${nfm_reply.name}` }
  if (!call_permission_reply) return undefined
  return { title: call_permission_reply.response === 'accept' ? 'Calls allowed' : 'Calls declined' }
}

function Answer({ message, title, detail }: AnswerText & { message: Message }) {
  return (
    <div className="flow-root px-1.5 py-0.5">
      {detail && <Icon name="list" className="float-left mt-0.5 mr-2 size-4 text-soft" />}
      {title}
      {detail && <span className="block text-soft text-sm">{detail}</span>}
      <Meta message={message} />
    </div>
  )
}
