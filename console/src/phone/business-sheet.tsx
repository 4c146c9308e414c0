import type { BusinessNumber } from '../api/control.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { readableNumber } from '../util/phone-number.ts'

export function BusinessSheet({ number, onClose }: { number: BusinessNumber; onClose: () => void }) {
  const { about, description, address, email, vertical, websites, profile_picture_url } = number.profile ?? {}
  const facts = [
    ['About', about],
    ['Description', description],
    ['Kind', vertical && vertical !== 'UNDEFINED' ? kindName(vertical) : undefined],
    ['Address', address],
    ['E-mail', email],
    ['Web', websites?.join('\n')],
    ['Phone number ID', number.id],
  ].filter(([, value]) => value)
  return (
    <Dialog title="Business" onClose={onClose}>
      <div className="mb-5 flex flex-col items-center gap-2 text-center">
        <Avatar name={number.verified_name} seed={number.id} size="lg" business picture={profile_picture_url} />
        <p className="font-semibold text-lg">{number.verified_name}</p>
        <p className="-mt-2 text-soft">{readableNumber(number.display_phone_number)}</p>
      </div>
      <dl className="flex flex-col gap-3">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt className="text-soft text-xs">{name}</dt>
            <dd className="select-text whitespace-pre-line">{value}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}

/** PROF_SERVICES as a person would say it. */
const kindName = (vertical: string) => vertical.charAt(0) + vertical.slice(1).toLowerCase().replaceAll('_', ' ')
