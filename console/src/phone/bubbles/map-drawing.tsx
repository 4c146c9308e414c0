import { noise } from '../../util/hash.ts'

/** A town that does not exist, always the same one for the same coordinates. No tiles are fetched. */
export function MapDrawing({ latitude, longitude, className = '' }: MapDrawingProps) {
  const [n1, n2, n3, n4, n5, n6, n7, n8] = noise(`${latitude},${longitude}`, 8) as Eight
  const tilt = -18 + n1 * 36
  const river = `M-20 ${20 + n2 * 130} C 80 ${n3 * 160}, 200 ${n4 * 160}, 340 ${10 + n5 * 140}`
  const across = [0, 1, 2, 3].map(index => -30 + index * 62 + n6 * 30)
  const down = [0, 1, 2, 3, 4].map(index => -20 + index * 78 + n7 * 40)
  return (
    <svg
      viewBox="0 0 320 160"
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
      className={`block w-full bg-map-land ${className}`}
    >
      <g transform={`rotate(${tilt} 160 80)`}>
        <rect x={20 + n8 * 180} y={n3 * 60} width="92" height="58" rx="10" className="fill-map-park" />
        <rect x={-20 + n4 * 80} y={80 + n2 * 40} width="62" height="44" rx="10" className="fill-map-park" />
        <path d={river} className="fill-none stroke-map-water" strokeWidth="20" strokeLinecap="round" />
        {across.map((y, index) => (
          <path key={y} d={`M-60 ${y} H400`} className="stroke-map-road" strokeWidth={index === 1 ? 9 : 4} />
        ))}
        {down.map((x, index) => (
          <path key={x} d={`M${x} -80 V260`} className="stroke-map-road" strokeWidth={index === 2 ? 9 : 4} />
        ))}
      </g>
      <ellipse cx="160" cy="83" rx="9" ry="3.5" className="fill-black/25" />
      <path
        d="M160 82c-10-12.5-15.5-20-15.5-28a15.5 15.5 0 0 1 31 0c0 8-5.5 15.5-15.5 28z"
        className="fill-accent stroke-pane"
        strokeWidth="2"
      />
      <circle cx="160" cy="54" r="5.5" className="fill-on-accent" />
    </svg>
  )
}

interface MapDrawingProps {
  latitude: number
  longitude: number
  className?: string
}

type Eight = [number, number, number, number, number, number, number, number]
