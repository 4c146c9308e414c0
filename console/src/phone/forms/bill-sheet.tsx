import type { Action, Money } from '../../api/messages.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { money } from './cart.ts'

/** What a business asks to pay for, line by line. Paying is not possible in this world. */
export function BillSheet({ action, onClose }: { action: Action; onClose: () => void }) {
  const { reference_id, currency = 'USD', total_amount, order } = action.parameters ?? {}
  const sum = (amount: Money | undefined, times = 1) =>
    amount ? money((times * amount.value) / amount.offset, currency) : undefined
  const extras = [
    ['Subtotal', sum(order?.subtotal)],
    ['Discount', order?.discount ? `−${sum(order.discount)}` : undefined],
    ['Shipping', sum(order?.shipping)],
    ['Tax', sum(order?.tax)],
  ] as const
  return (
    <Dialog title={`Order ${reference_id ?? ''}`} onClose={onClose}>
      {order?.status && <p className="mb-3 text-soft">Status: {order.status.replaceAll(/[-_]/g, ' ')}</p>}
      {order?.description && <p className="mb-3">{order.description}</p>}
      <dl className="flex flex-col gap-2">
        {order?.items?.map((item, index) => (
          <Line
            // biome-ignore lint/suspicious/noArrayIndexKey: a bill does not change
            key={index}
            name={`${item.quantity} × ${item.name}`}
            amount={sum(item.sale_amount ?? item.amount, item.quantity)}
          />
        ))}
        {order?.items && <hr className="border-line" />}
        {extras.map(([name, amount]) => amount && <Line key={name} name={name} amount={amount} />)}
        {total_amount && (
          <div className="font-semibold">
            <Line name="Total" amount={sum(total_amount)} />
          </div>
        )}
      </dl>
    </Dialog>
  )
}

function Line({ name, amount }: { name: string; amount?: string }) {
  return (
    <div className="flex gap-3">
      <dt className="min-w-0 flex-1 [overflow-wrap:anywhere]">{name}</dt>
      <dd className="tabular-nums">{amount}</dd>
    </div>
  )
}
