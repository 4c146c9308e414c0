import type { Message, TemplateCard, TemplateHeader } from '../../api/messages.ts'
import { Icon } from '../../ui/icon.tsx'
import { timeLeft } from '../../util/time.ts'
import { RichText } from '../rich-text.tsx'
import { useWorldNow } from '../world-clock.ts'
import { CallPermission } from './call-permission.tsx'
import { Card, Cards } from './cards.tsx'
import { Frame } from './frame.tsx'
import { HeaderView } from './header.tsx'
import type { BodyProps } from './index.ts'
import { heldMedia } from './media-url.ts'
import { TemplateButtons } from './template-buttons.tsx'

export function TemplateBody({ message }: BodyProps<'template'>) {
  const rendered = message.template?.rendered
  if (!rendered) return <Frame message={message} body={`Template ${message.template?.name ?? ''}`} />
  const { header, body, footer, buttons, cards, limited_time_offer: offer } = rendered
  return (
    <Frame
      message={message}
      header={
        <>
          {header && <Header header={header} held={message.media} />}
          {offer && <Offer text={offer.text} endsAt={offer.expiration_time_ms} />}
        </>
      }
      body={body}
      footer={footer}
    >
      {buttons && buttons.length > 0 && <TemplateButtons message={message} buttons={buttons} />}
      {rendered.call_permission_request && <CallPermission message={message} />}
      {cards && (
        <Cards label="Cards of the template">
          {cards.map((card, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: cards never move
            <CardView key={index} message={message} card={card} />
          ))}
        </Cards>
      )}
    </Frame>
  )
}

interface HeaderProps {
  header: TemplateHeader
  held?: Message['media']
  fetched?: Message['fetched']
}

function Header({ header, held, fetched }: HeaderProps) {
  const media = heldMedia(header.media, held, fetched)
  return <HeaderView kind={header.format} text={header.text} media={media} location={header.location} />
}

function CardView({ message, card }: { message: Message; card: TemplateCard }) {
  return (
    <Card>
      {card.header && <Header header={card.header} fetched={message.fetched} />}
      <div dir="auto" className="flex-1 px-1 pt-1 text-sm">
        {card.body && <RichText text={card.body} />}
      </div>
      {card.buttons && <TemplateButtons message={message} buttons={card.buttons} />}
    </Card>
  )
}

function Offer({ text, endsAt }: { text?: string; endsAt?: number }) {
  const now = useWorldNow()
  const left = endsAt === undefined ? undefined : endsAt - now
  return (
    <div className="my-1 flex items-center gap-3 rounded-[0.85rem] bg-honey/25 p-2.5">
      <Icon name="gift" className="size-6" />
      <span className="min-w-0">
        <span className="block font-semibold leading-snug">{text ?? 'Limited time offer'}</span>
        {left !== undefined && (
          <span className="block text-sm">{left > 0 ? `Ends in ${timeLeft(left)}` : 'This offer has ended'}</span>
        )}
      </span>
    </div>
  )
}
