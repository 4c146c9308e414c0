import { useState } from 'react'
import { control } from '../api/control.ts'
import { useWorld } from '../api/queries.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { usePhone } from './phone-context.ts'
import { go } from './route.ts'

/** A link to a chat, clicked somewhere or scanned: it opens the chat with a text that waits to be sent. */
export function LinkSheet({ onClose }: { onClose: () => void }) {
  const { customer } = usePhone()
  const number = useWorld().data?.phone_numbers[0]
  const digits = number?.display_phone_number.replace(/\D/g, '') ?? '15550783881'
  const [url, setUrl] = useState('')
  const [problem, setProblem] = useState<string>()
  return (
    <Dialog title="Open a link to a chat" onClose={onClose}>
      <form
        className="flex flex-col gap-3"
        onSubmit={event => {
          event.preventDefault()
          control.openLink(customer.wa_id, url.trim()).then(
            ({ phone_number_id, text }) => {
              onClose()
              go({ customer: customer.wa_id, number: phone_number_id, text })
            },
            (error: Error) => setProblem(error.message),
          )
        }}
      >
        <Field
          label="Link"
          placeholder={`https://wa.me/${digits}?text=Hello`}
          hint="As a website has it, or a QR code."
          value={url}
          onChange={event => setUrl(event.target.value)}
          required
        />
        {problem && (
          <p role="alert" className="text-bad text-sm">
            {problem}
          </p>
        )}
        <Button type="submit" look="solid" icon="external" className="mt-1 self-end">
          Open
        </Button>
      </form>
    </Dialog>
  )
}
