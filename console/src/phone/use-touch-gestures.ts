import { type PointerEvent, useRef, useState } from 'react'

interface Gestures {
  onSwipe: () => void
  onLongPress: () => void
  disabled?: boolean
}

const LONG_PRESS_MS = 450
const STILL_PX = 8
const SWIPE_PX = 56
const MOST_PX = 72

/** On a touch screen: pull a message to the right to answer it, hold it for everything else. */
export function useTouchGestures({ onSwipe, onLongPress, disabled }: Gestures) {
  const [pulled, setPulled] = useState(0)
  const start = useRef<{ x: number; y: number; hold: ReturnType<typeof setTimeout> }>(undefined)

  const end = () => {
    clearTimeout(start.current?.hold)
    start.current = undefined
    setPulled(0)
  }
  const handlers = {
    onPointerDown: (event: PointerEvent) => {
      if (disabled || event.pointerType !== 'touch' || isOwnDrag(event.target)) return
      const hold = setTimeout(() => {
        end()
        onLongPress()
      }, LONG_PRESS_MS)
      start.current = { x: event.clientX, y: event.clientY, hold }
    },
    onPointerMove: (event: PointerEvent) => {
      if (!start.current) return
      const [dx, dy] = [event.clientX - start.current.x, event.clientY - start.current.y]
      if (Math.hypot(dx, dy) > STILL_PX) clearTimeout(start.current.hold)
      if (dx > STILL_PX && dx > Math.abs(dy)) setPulled(Math.min(MOST_PX, dx))
    },
    onPointerUp: () => {
      if (pulled >= SWIPE_PX) onSwipe()
      end()
    },
    onPointerCancel: end,
  }
  return { pulled, handlers }
}

/** Sliders and scrolling cards have their own idea of a sideways drag. */
function isOwnDrag(target: EventTarget) {
  return target instanceof Element && !!target.closest('input, video, [data-scrolls]')
}
