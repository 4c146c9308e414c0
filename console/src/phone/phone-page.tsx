import { useEffect } from 'react'
import { useCustomers } from '../api/queries.ts'
import { Button } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'
import { useToast } from '../ui/toast.tsx'
import { readableNumber } from '../util/phone-number.ts'
import { NewCustomerForm } from './new-customer.tsx'
import { Phone } from './phone.tsx'
import { go, useRoute } from './route.ts'
import { useMessageLink } from './use-message-link.ts'

/** Finds out whose phone this is: the one in the address, else the first there is. */
export function PhonePage() {
  const route = useRoute()
  const customers = useCustomers()
  const toast = useToast()
  const all = customers.data
  const wanted = all?.find(customer => customer.wa_id === route.customer)
  const first = all?.[0]
  const stranger = route.customer && all && !wanted ? route.customer : undefined

  useEffect(() => {
    if (wanted || !first) return
    if (stranger)
      toast.say(
        `No phone has the number ${readableNumber(stranger)}. Here is ${first.name || 'another phone'} instead.`,
      )
    go({ customer: first.wa_id, number: stranger ? undefined : route.number, message: route.message }, 'replace')
  }, [wanted, first, stranger, route.number, route.message, toast])
  useMessageLink(route.message, wanted?.wa_id)

  if (customers.isError && !all) {
    return (
      <Empty icon="warning" title="No line to the server">
        <p>{customers.error.message}</p>
        <Button look="solid" icon="retry" onClick={() => customers.refetch()}>
          Try again
        </Button>
      </Empty>
    )
  }
  if (!all) return null
  if (wanted) return <Phone key={wanted.wa_id} customer={wanted} number={route.number} />
  if (first) return null
  return (
    <Empty icon="mark" title="The first phone">
      <p>This world has no customers yet. Give one a name and a number, and write to the business from here.</p>
      <div className="w-72 text-left">
        <NewCustomerForm onDone={() => {}} />
      </div>
    </Empty>
  )
}
