import { Icon } from '../../ui/icon.tsx'
import { useChat } from '../chat-context.ts'
import { Meta } from '../meta.tsx'
import { AudioPlayer } from './audio-player.tsx'
import type { BodyProps } from './index.ts'
import { mediaUrl } from './media-url.ts'

export function AudioBody({ message }: BodyProps<'audio'>) {
  const { played } = useChat()
  const voice = message.media?.voice ?? false
  const told = message.direction !== 'sent' || !voice || message.status === 'played'
  return (
    <div className="w-72 max-w-full px-1.5 py-0.5">
      <AudioPlayer
        src={mediaUrl(message.content, message.media)}
        seed={message.wamid}
        voice={voice}
        onPlay={told ? undefined : () => played(message)}
      />
      <div className="flow-root">
        <span className="flex float-left items-center gap-1 text-[0.6875rem] text-soft leading-6">
          <Icon name={voice ? 'mic' : 'wave'} className="size-3.5" />
          {voice ? 'Voice message' : (message.media?.filename ?? 'Audio')}
        </span>
        <Meta message={message} />
      </div>
    </div>
  )
}
