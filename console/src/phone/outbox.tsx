import { createContext, type ReactNode, use, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { type Customer, control } from '../api/control.ts'
import type { Message, Status } from '../api/messages.ts'
import { addToInbox, keys, queryClient } from '../api/queries.ts'
import { asSaid, type Draft, previewOf } from './draft.ts'

interface Outgoing {
  draft: Draft
  preview: Message
  problem?: string
}

export interface Outbox {
  outgoing: Outgoing[]
  send: (draft: Draft, phoneNumberId: string, at: number) => void
  retry: (id: string) => void
  discard: (id: string) => void
}

const OutboxContext = createContext<Outbox | undefined>(undefined)

export function useOutbox(): Outbox {
  const outbox = use(OutboxContext)
  if (!outbox) throw new Error('useOutbox needs an OutboxProvider')
  return outbox
}

/** Messages this phone has not handed over yet. They leave in order, one at a time; offline they wait. */
export function OutboxProvider({ customer, children }: { customer: Customer; children: ReactNode }) {
  const [outgoing, setOutgoing] = useState<Outgoing[]>([])
  const line = useRef(Promise.resolve())

  const outbox = useMemo(() => {
    const mark = (id: string, status: Status, problem?: string) =>
      setOutgoing(all =>
        all.map(one => (one.preview.wamid === id ? { ...one, problem, preview: { ...one.preview, status } } : one)),
      )
    const discard = (id: string) => setOutgoing(all => all.filter(one => one.preview.wamid !== id))
    const handOver = ({ draft, preview }: Outgoing) => {
      line.current = line.current.then(async () => {
        try {
          const message = await deliver(draft, preview)
          if (message) addToInbox(message)
          discard(preview.wamid)
          queryClient.invalidateQueries({ queryKey: keys.chats(preview.customer_id) })
          queryClient.invalidateQueries({ queryKey: keys.inbox(preview.customer_id, preview.phone_number_id) })
        } catch (error) {
          mark(preview.wamid, 'unsent', error instanceof Error ? error.message : String(error))
        }
      })
    }
    const retry = (one: Outgoing) => {
      mark(one.preview.wamid, 'sending')
      handOver(one)
    }
    return { discard, handOver, retry }
  }, [])

  const leaveWhenOnline = useEffectEvent(() => {
    if (!customer.online) return
    for (const one of outgoing) if (one.preview.status === 'waiting') outbox.retry(one)
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: going online is what sets it off
  useEffect(() => leaveWhenOnline(), [customer.online])

  const value: Outbox = {
    outgoing,
    discard: outbox.discard,
    retry: id => {
      const one = outgoing.find(({ preview }) => preview.wamid === id)
      if (one) outbox.retry(one)
    },
    send: (draft, phoneNumberId, at) => {
      const preview = previewOf(draft, customer, phoneNumberId, `local-${crypto.randomUUID()}`, at)
      const one = { draft, preview }
      setOutgoing(all => [...all, one])
      if (customer.online) outbox.handOver(one)
    },
  }
  return <OutboxContext value={value}>{children}</OutboxContext>
}

async function deliver(draft: Draft, preview: Message): Promise<Message | undefined> {
  const { customer_id: customer, phone_number_id } = preview
  if (!('tap' in draft)) return (await control.say(customer, asSaid(draft, phone_number_id))).message
  const { id, title } = draft.tap
  const tapped = await control.tap(customer, {
    phone_number_id,
    message_id: draft.replyTo,
    ...(id ? { id } : { button: title }),
  })
  return tapped.message
}
