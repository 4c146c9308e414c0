import type { Location } from '../../api/messages.ts'
import { Caption } from './caption.tsx'
import type { BodyProps } from './index.ts'
import { MapDrawing } from './map-drawing.tsx'

export function LocationBody({ message }: BodyProps<'location'>) {
  return (
    <div className="w-72 max-w-full">
      <PlaceCard {...message.content} />
      <Caption message={message} />
    </div>
  )
}

export function PlaceCard({ latitude, longitude, name, address }: Location) {
  const href = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      title="Open in OpenStreetMap"
      className="block overflow-hidden rounded-[0.85rem] bg-sunk hover:brightness-97"
    >
      <MapDrawing latitude={latitude} longitude={longitude} className="h-36" />
      <span className="block px-2.5 py-2">
        {name && <span className="block font-semibold leading-snug">{name}</span>}
        {address && <span className="block text-soft text-sm leading-snug">{address}</span>}
        <span className="block text-soft text-xs tabular-nums">
          {degrees(latitude, 'N', 'S')}, {degrees(longitude, 'E', 'W')}
        </span>
      </span>
    </a>
  )
}

function degrees(value: number, positive: string, negative: string): string {
  return `${Math.abs(Number(value)).toFixed(5)}° ${value < 0 ? negative : positive}`
}
