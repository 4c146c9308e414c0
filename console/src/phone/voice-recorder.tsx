import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { IconButton } from '../ui/button.tsx'
import { useToast } from '../ui/toast.tsx'
import { playTime } from '../util/time.ts'
import { type Recording, record } from './recording.ts'

/** Stands in for the composer while the microphone runs. */
export function VoiceRecorder({ onCancel, onDone }: { onCancel: () => void; onDone: (file: File) => void }) {
  const [seconds, setSeconds] = useState(0)
  const recording = useRef<Recording>(undefined)
  const toast = useToast()

  const fail = useEffectEvent(() => {
    toast.say('The microphone is not available. Attach an audio file and send it as a voice message instead.', {
      icon: 'mic',
    })
    onCancel()
  })
  useEffect(() => {
    let left = false
    record().then(
      running => {
        if (left) running.stop()
        else recording.current = running
      },
      () => !left && fail(),
    )
    const timer = setInterval(() => setSeconds(count => count + 1), 1_000)
    return () => {
      left = true
      clearInterval(timer)
      recording.current?.stop()
    }
  }, [])

  const finish = async () => {
    const file = await recording.current?.stop()
    if (file?.size) onDone(file)
    else onCancel()
  }
  return (
    <div role="status" className="mx-auto flex max-w-4xl items-center gap-2" onKeyDown={escapes(onCancel)}>
      <IconButton icon="trash" label="Throw away" onClick={onCancel} autoFocus />
      <p className="flex h-10 flex-1 items-center gap-3 rounded-full bg-sunk px-4">
        <span className="typing-dot size-2.5 rounded-full bg-bad" />
        <span className="tabular-nums">{playTime(seconds)}</span>
        <span className="text-soft text-sm">Recording</span>
      </p>
      <IconButton
        icon="send"
        label="Send voice message"
        className="bg-accent !text-on-accent hover:bg-accent hover:brightness-110"
        onClick={finish}
      />
    </div>
  )
}

const escapes = (act: () => void) => (event: React.KeyboardEvent) => event.key === 'Escape' && act()
