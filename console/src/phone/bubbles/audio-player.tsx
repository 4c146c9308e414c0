import { useRef, useState } from 'react'
import { PlayIcon } from '../../ui/icon.tsx'
import { noise } from '../../util/hash.ts'
import { playTime } from '../../util/time.ts'

const BARS = 36
const SPEEDS = [1, 1.5, 2]

interface AudioPlayerProps {
  src?: string
  seed: string
  voice: boolean
  onPlay?: () => void
}

/** Play, a line to seek on, the time, and the speed for voices. The bars are decoration: they are drawn from the id. */
export function AudioPlayer({ src, seed, voice, onPlay }: AudioPlayerProps) {
  const audio = useRef<HTMLAudioElement>(null)
  const [playing, setPlaying] = useState(false)
  const [at, setAt] = useState(0)
  const [length, setLength] = useState(0)
  const [speed, setSpeed] = useState(1)
  const [broken, setBroken] = useState(!src)

  const toggle = () => (playing ? audio.current?.pause() : audio.current?.play().catch(() => setBroken(true)))
  const faster = () => {
    const next = SPEEDS[(SPEEDS.indexOf(speed) + 1) % SPEEDS.length]!
    setSpeed(next)
    if (audio.current) audio.current.playbackRate = next
  }
  return (
    <div className="flex items-center gap-2.5">
      {/* biome-ignore lint/a11y/useMediaCaption: messages carry no captions */}
      <audio
        ref={audio}
        src={src}
        preload="metadata"
        onPlay={() => {
          setPlaying(true)
          onPlay?.()
        }}
        onPause={() => setPlaying(false)}
        onEnded={() => setAt(0)}
        onTimeUpdate={event => setAt(event.currentTarget.currentTime)}
        onDurationChange={event => setLength(finite(event.currentTarget.duration))}
        onError={() => setBroken(true)}
      />
      <button
        type="button"
        aria-label={playing ? 'Pause' : 'Play'}
        disabled={broken}
        onClick={toggle}
        className="grid size-10 shrink-0 place-items-center rounded-full bg-accent text-on-accent transition hover:brightness-110 disabled:opacity-40"
      >
        <PlayIcon playing={playing} />
      </button>
      <div className="relative h-8 min-w-0 flex-1">
        <Bars seed={seed} played={length ? at / length : 0} flat={!voice} />
        <input
          type="range"
          aria-label="Position"
          min={0}
          max={length || 1}
          step={0.1}
          value={at}
          disabled={broken}
          onChange={event => {
            if (audio.current) audio.current.currentTime = event.target.valueAsNumber
          }}
          className="absolute inset-0 w-full cursor-pointer opacity-0 peer"
        />
      </div>
      {playing && voice ? (
        <button
          type="button"
          aria-label={`Speed ${speed}`}
          onClick={faster}
          className="w-11 rounded-full bg-sunk py-1 text-center font-semibold text-xs hover:bg-hover"
        >
          {speed}×
        </button>
      ) : (
        <span className="w-11 text-right text-soft text-xs tabular-nums">
          {broken ? 'no sound' : playTime(at || length)}
        </span>
      )}
    </div>
  )
}

function Bars({ seed, played, flat }: { seed: string; played: number; flat: boolean }) {
  return (
    <span aria-hidden="true" className="absolute inset-0 flex items-center gap-[2px]">
      {noise(seed, BARS).map((height, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: bars never move
          key={index}
          className={`flex-1 rounded-full ${index / BARS < played ? 'bg-accent' : 'bg-soft/40'}`}
          style={{ height: flat ? 4 : `${18 + height * 70}%` }}
        />
      ))}
    </span>
  )
}

const finite = (seconds: number) => (Number.isFinite(seconds) ? seconds : 0)
