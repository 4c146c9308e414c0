import { type FormEvent, useState } from 'react'
import type { Location } from '../api/messages.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { useToast } from '../ui/toast.tsx'
import { MapDrawing } from './bubbles/map-drawing.tsx'

const PLACES: Location[] = [
  { latitude: 37.44216, longitude: -122.16159, name: 'Philz Coffee', address: '101 Forest Ave, Palo Alto, CA 94301' },
  { latitude: -22.95192, longitude: -43.21049, name: 'Cristo Redentor', address: 'Rio de Janeiro, Brazil' },
  { latitude: 52.51628, longitude: 13.3777, name: 'Brandenburger Tor', address: 'Pariser Platz, Berlin, Germany' },
]

/** A place, from a few to choose from, from the browser, or typed in. */
export function LocationSheet({ onClose, onSend }: { onClose: () => void; onSend: (location: Location) => void }) {
  const [place, setPlace] = useState(PLACES[0]!)
  const toast = useToast()
  const here = () =>
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => setPlace({ latitude: round(coords.latitude), longitude: round(coords.longitude) }),
      () => toast.say('The browser does not tell where it is. Type the coordinates instead.', { icon: 'pin' }),
    )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { name, address, url, ...point } = place
    onSend({ ...point, ...(name && { name }), ...(address && { address }), ...(url && { url }) })
  }
  return (
    <Dialog title="Share a location" onClose={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-3">
        <MapDrawing {...place} className="h-36 rounded-2xl" />
        <div className="no-scrollbar -mx-5 flex gap-1.5 overflow-x-auto px-5">
          <Button className="shrink-0 text-sm" icon="pin" onClick={here}>
            Here
          </Button>
          {PLACES.map(one => (
            <Button key={one.name} className="shrink-0 text-sm" onClick={() => setPlace(one)}>
              {one.name}
            </Button>
          ))}
        </div>
        <div className="grid grid-cols-2 gap-3">
          <Coordinate
            label="Latitude"
            most={90}
            value={place.latitude}
            onChange={latitude => setPlace({ ...place, latitude })}
          />
          <Coordinate
            label="Longitude"
            most={180}
            value={place.longitude}
            onChange={longitude => setPlace({ ...place, longitude })}
          />
        </div>
        <Field
          label="Name"
          placeholder="Optional"
          value={place.name ?? ''}
          onChange={event => setPlace({ ...place, name: event.target.value })}
        />
        <Field
          label="Address"
          placeholder="Optional"
          value={place.address ?? ''}
          onChange={event => setPlace({ ...place, address: event.target.value })}
        />
        <Field
          label="Web page"
          type="url"
          placeholder="Optional"
          value={place.url ?? ''}
          onChange={event => setPlace({ ...place, url: event.target.value })}
        />
        <Button type="submit" look="solid" icon="send" className="mt-1 self-end">
          Send
        </Button>
      </form>
    </Dialog>
  )
}

interface CoordinateProps {
  label: string
  most: number
  value: number
  onChange: (value: number) => void
}

function Coordinate({ label, most, value, onChange }: CoordinateProps) {
  return (
    <Field
      label={label}
      type="number"
      step="any"
      min={-most}
      max={most}
      required
      value={Number.isNaN(value) ? '' : value}
      onChange={event => onChange(event.target.valueAsNumber)}
    />
  )
}

const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5
