import { useEffect } from 'react'
import { control } from '../api/control.ts'
import { useToast } from '../ui/toast.tsx'
import { go } from './route.ts'

/** A short link or QR code, /phone?message=CODE, opens the chat it names with its words written but not sent. */
export function useMessageLink(code: string | undefined, customer: string | undefined) {
  const toast = useToast()
  useEffect(() => {
    if (!code || !customer) return
    let left = false
    control.messageLink(code).then(
      ({ phone_number_id, prefilled_message }) => {
        if (left) return
        go({ customer, number: phone_number_id, text: prefilled_message }, 'replace')
      },
      () => {
        if (left) return
        toast.say('This link leads nowhere: it was deleted, or belongs to another world.')
        go({ customer }, 'replace')
      },
    )
    return () => {
      left = true
    }
  }, [code, customer, toast])
}
