import type { Message } from '../../api/messages.ts'
import { useChat } from '../chat-context.ts'
import { BubbleButton, BubbleButtons } from './bubble-button.tsx'

/** The question whether the business may call, with its three answers. */
export function CallPermission({ message }: { message: Message }) {
  const { press, number } = useChat()
  return (
    <BubbleButtons>
      <p className="px-1.5 text-soft text-sm">May {number.verified_name} call you?</p>
      <BubbleButton icon="phone" onPress={() => press(message, { id: 'accept', title: 'Allow calls' })}>
        Allow calls
      </BubbleButton>
      <BubbleButton icon="check" onPress={() => press(message, { id: 'accept_always', title: 'Always allow' })}>
        Always allow
      </BubbleButton>
      <BubbleButton icon="close" onPress={() => press(message, { id: 'reject', title: 'Do not allow' })}>
        Do not allow
      </BubbleButton>
    </BubbleButtons>
  )
}
