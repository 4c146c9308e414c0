import { createContext, use } from 'react'
import type { BusinessNumber } from '../api/control.ts'
import type { Message, ProductRef } from '../api/messages.ts'
import type { Draft } from './draft.ts'

/** What a bubble can know and do in the chat it stands in. */
export interface ChatTools {
  number: BusinessNumber
  blocked: boolean
  find: (wamid: string) => Message | undefined
  /** Titles of the buttons and rows of a message that the customer has answered with. */
  chosen: (wamid: string) => ReadonlySet<string>
  send: (draft: Draft) => void
  /** A button that is no plain answer: a link, a call, a form with what was filled in. */
  press: (message: Message, button: { id?: string; title: string; data?: object }) => void
  /** Told once for each voice message. */
  played: (message: Message) => void
  edit: (message: Message, text: string) => void
  remove: (message: Message) => void
  react: (message: Message, emoji: string) => void
  reply: (message: Message) => void
  /** Writes to the business about a product that a message shows. */
  askAbout: (product: ProductRef, message: Message) => void
  jumpTo: (wamid: string) => void
  shareLocation: (replyTo: string) => void
}

export const ChatContext = createContext<ChatTools | undefined>(undefined)

export function useChat(): ChatTools {
  const chat = use(ChatContext)
  if (!chat) throw new Error('useChat needs a ChatContext')
  return chat
}
