import { useState } from 'react'
import { isEmoji, MORE_EMOJI, QUICK_EMOJI } from '../util/emoji.ts'

/** The usual six, then a few more, then any other typed or pasted in. */
export function EmojiPicker({ onPick }: { onPick: (emoji: string) => void }) {
  const [more, setMore] = useState(false)
  const shown = more ? [...QUICK_EMOJI, ...MORE_EMOJI] : QUICK_EMOJI
  return (
    <div className={more ? 'w-72' : 'flex'}>
      <div className={more ? 'thin-scroll grid max-h-56 grid-cols-7 overflow-y-auto' : 'flex'}>
        {shown.map(emoji => (
          <button
            key={emoji}
            type="button"
            aria-label={`React with ${emoji}`}
            onClick={() => onPick(emoji)}
            className="grid size-10 place-items-center rounded-full text-xl transition hover:bg-hover motion-safe:hover:scale-115"
          >
            {emoji}
          </button>
        ))}
      </div>
      {more ? (
        <AnyEmoji onPick={onPick} />
      ) : (
        <button
          type="button"
          aria-label="More emoji"
          onClick={() => setMore(true)}
          className="grid size-10 place-items-center rounded-full bg-sunk text-soft text-xl hover:bg-hover"
        >
          +
        </button>
      )}
    </div>
  )
}

function AnyEmoji({ onPick }: { onPick: (emoji: string) => void }) {
  const [value, setValue] = useState('')
  const wrong = value.trim() !== '' && !isEmoji(value)
  return (
    <form
      className="flex items-center gap-2 border-line border-t px-2 pt-2 pb-1"
      onSubmit={event => {
        event.preventDefault()
        if (isEmoji(value)) onPick(value.trim())
      }}
    >
      <input
        aria-label="Any other emoji"
        aria-invalid={wrong}
        placeholder="Any other, then Enter"
        value={value}
        onChange={event => setValue(event.target.value)}
        className="min-w-0 flex-1 rounded-lg bg-sunk px-3 py-1.5 text-sm"
      />
      {wrong && <span className="text-bad text-xs">one emoji</span>}
    </form>
  )
}
