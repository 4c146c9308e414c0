import { useState } from 'react'
import { type Ad, control } from '../api/control.ts'
import { keys, useChange } from '../api/queries.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { useChat } from './chat-context.ts'
import { usePhone } from './phone-context.ts'

/** An advertisement elsewhere that leads to this chat: what it says, and the text that it puts into the composer. */
export function AdSheet({ onClose }: { onClose: () => void }) {
  const { customer } = usePhone()
  const { number } = useChat()
  const [headline, setHeadline] = useState(number.verified_name)
  const [body, setBody] = useState(`Chat with ${number.verified_name}`)
  const [greeting, setGreeting] = useState('')
  const [text, setText] = useState('Hello! Can I get more info on this?')
  const click = useChange(
    (ad: Ad) => control.clickAd(customer.wa_id, ad),
    () => [keys.chats(customer.wa_id), keys.inbox(customer.wa_id, number.id)],
  )
  const optional = (name: 'headline' | 'body' | 'greeting', value: string) => value.trim() && { [name]: value.trim() }
  return (
    <Dialog title="Come by an ad" onClose={onClose}>
      <form
        className="flex flex-col gap-3"
        onSubmit={event => {
          event.preventDefault()
          const ad: Ad = {
            phone_number_id: number.id,
            source_type: 'ad',
            text: text.trim(),
            ...optional('headline', headline),
            ...optional('body', body),
            ...optional('greeting', greeting),
          }
          click.mutate(ad, { onSuccess: onClose })
        }}
      >
        <Field label="Headline of the ad" value={headline} onChange={event => setHeadline(event.target.value)} />
        <Field label="Text of the ad" value={body} onChange={event => setBody(event.target.value)} />
        <Field
          label="Greeting"
          placeholder="Optional"
          hint="What the chat shows before anything was written."
          value={greeting}
          onChange={event => setGreeting(event.target.value)}
        />
        <Field label="Message" value={text} onChange={event => setText(event.target.value)} required />
        {click.isError && (
          <p role="alert" className="text-bad text-sm">
            {click.error.message}
          </p>
        )}
        <Button type="submit" look="solid" icon="send" className="mt-1 self-end" disabled={click.isPending}>
          Send
        </Button>
      </form>
    </Dialog>
  )
}
