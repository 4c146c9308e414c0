import type { Message } from '../../api/messages.ts'
import { Icon } from '../../ui/icon.tsx'
import { Meta } from '../meta.tsx'
import { summary } from '../summary.ts'

export function UnsupportedBody({ message }: { message: Message }) {
  return (
    <div className="flow-root max-w-72 px-1.5 py-0.5 text-soft">
      <span className="flex items-start gap-2">
        <Icon name="info" className="mt-0.5 size-4.5" />
        <span>
          {message.direction === 'received' ? summary(message) : 'This phone cannot show this message'}{' '}
          <span className="block text-xs">
            {message.direction === 'received' ? 'The business only hears that something came.' : `(${message.type})`}
          </span>
        </span>
      </span>
      <Meta message={message} />
    </div>
  )
}
