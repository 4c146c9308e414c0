import type { Customer, World } from '../api/control.ts'
import { readableNumber } from '../util/phone-number.ts'

/** So many customers are named; the phone lists all of them. */
const SHOWN = 30

/** What it is, its name, its id. */
type Row = [string, string, string?]

/** The names and ids a program needs to be pointed at this world. */
export function WorldFacts({ world, customers }: { world: World; customers: Customer[] }) {
  const now = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }).format(world.clock.now)
  const rows: Row[] = [
    ['Graph base URL', location.origin],
    ['Business', world.business_name, world.business_id],
    ['App', world.app_name, world.app_id],
    ...(world.waba_id ? [['Business account', world.waba_name ?? '', world.waba_id] satisfies Row] : []),
    ...world.phone_numbers.map(
      (number): Row => ['Number', `${number.verified_name}, ${readableNumber(number.display_phone_number)}`, number.id],
    ),
    ['Clock', `${now}, ${world.clock.mode}`],
  ]
  return (
    <section aria-labelledby="world" className="flex flex-col gap-4">
      <h2 id="world" className="font-semibold text-lg">
        This world
      </h2>
      <dl className="divide-y divide-line rounded-2xl border border-line bg-bubble">
        {rows.map(([name, value, id]) => (
          <div key={name + value} className="flex flex-wrap gap-x-4 px-4 py-2.5">
            <dt className="w-36 shrink-0 text-soft max-sm:w-full max-sm:text-xs">{name}</dt>
            <dd className="min-w-0 flex-1 [overflow-wrap:anywhere]">{value}</dd>
            {id && <dd className="select-all font-mono text-sm max-sm:w-full">{id}</dd>}
          </div>
        ))}
        <div className="flex flex-wrap gap-x-4 px-4 py-2.5">
          <dt className="w-36 shrink-0 text-soft max-sm:w-full max-sm:text-xs">Customers</dt>
          <dd className="flex min-w-0 flex-1 flex-wrap gap-x-5">
            {customers.slice(0, SHOWN).map(customer => (
              <a
                key={customer.wa_id}
                href={`/phone?customer=${customer.wa_id}`}
                className="min-w-0 text-accent underline underline-offset-2 [overflow-wrap:anywhere]"
              >
                <bdi>{customer.name || readableNumber(customer.wa_id)}</bdi>
              </a>
            ))}
            {customers.length > SHOWN && <span className="text-soft">and {customers.length - SHOWN} more</span>}
          </dd>
        </div>
      </dl>
    </section>
  )
}
