import { type BusinessNumber, control } from '../api/control.ts'
import type { Message, ProductRef } from '../api/messages.ts'
import { keys, queryClient } from '../api/queries.ts'
import { useToast } from '../ui/toast.tsx'
import type { ChatTools } from './chat-context.ts'
import { useOutbox } from './outbox.tsx'
import { usePhone } from './phone-context.ts'
import { chosenTitles } from './timeline.ts'
import { useWorldNow } from './world-clock.ts'

interface Options {
  number: BusinessNumber
  messages: Message[]
  onReply: (message: Message, about?: ProductRef) => void
  onShareLocation: (replyTo: string) => void
}

const NONE: ReadonlySet<string> = new Set()

export function useChatTools({ number, messages, onReply, onShareLocation }: Options): ChatTools {
  const { customer } = usePhone()
  const outbox = useOutbox()
  const toast = useToast()
  const now = useWorldNow()
  const chosen = chosenTitles(messages)
  const refresh = () => queryClient.invalidateQueries({ queryKey: keys.inbox(customer.wa_id, number.id) })

  return {
    number,
    blocked: customer.blocked.includes(number.id),
    find: wamid => messages.find(message => message.wamid === wamid),
    chosen: wamid => chosen.get(wamid) ?? NONE,
    send: draft => outbox.send(draft, number.id, Math.max(now, messages.at(-1)?.at ?? 0)),
    reply: message => onReply(message),
    askAbout: (product, message) => onReply(message, product),
    shareLocation: onShareLocation,
    jumpTo: wamid => {
      if (!jumpTo(wamid)) toast.say('That message is further up. Load earlier messages to see it.')
    },
    react: (message, emoji) => {
      if (!customer.online) return toast.say('This phone is offline. Switch airplane mode off to react.')
      control
        .react(customer.wa_id, { phone_number_id: number.id, message_id: message.wamid, emoji })
        .then(refresh, toast.fail)
    },
    played: message => {
      if (customer.online) control.play(customer.wa_id, message.wamid).then(refresh, toast.fail)
    },
    edit: (message, text) =>
      control.edit(customer.wa_id, { message_id: message.wamid, text }).then(refresh, toast.fail),
    remove: message => control.deleteMessage(customer.wa_id, message.wamid).then(refresh, toast.fail),
    press: async (message, { id, title, data }) => {
      if (!customer.online) return toast.say('This phone is offline. Switch airplane mode off to use this button.')
      try {
        const tapped = await control.tap(customer.wa_id, {
          phone_number_id: number.id,
          message_id: message.wamid,
          ...(id ? { id } : { button: title }),
          ...(data && { data }),
        })
        if (tapped.opened_url) openLink(tapped.opened_url, toast.say)
        else if (!tapped.id) toast.say(tapped.description ?? `“${title}” was pressed. It leads nowhere in this phone.`)
        await refresh()
      } catch (problem) {
        toast.fail(problem)
      }
    },
  }
}

/** Only web addresses are opened; the toast keeps the link for browsers that block the new tab. */
function openLink(url: string, say: (text: string, extra: { icon: 'external'; link: string }) => void) {
  if (!/^https?:\/\//i.test(url)) return
  window.open(url, '_blank', 'noopener,noreferrer')
  say('Opened in a new tab:', { icon: 'external', link: url })
}

export function messageElementId(wamid: string): string {
  return `message-${wamid}`
}

function jumpTo(wamid: string): boolean {
  const element = document.getElementById(messageElementId(wamid))
  if (!element) return false
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  element.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' })
  element.focus({ preventScroll: true })
  element.classList.add('flash')
  setTimeout(() => element.classList.remove('flash'), 1_400)
  return true
}
