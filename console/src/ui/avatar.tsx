import { hash } from '../util/hash.ts'

const SIZES = { sm: 'size-8 text-xs', md: 'size-11 text-[0.95rem]', lg: 'size-20 text-2xl' }

/** A picture, or initials on a colour of their own. Businesses are rounded squares, people are circles. */
export function Avatar({ name, seed, size = 'md', business, picture }: AvatarProps) {
  const hue = hash(seed ?? name) % 360
  const colors = `light-dark(oklch(0.89 0.055 ${hue}), oklch(0.42 0.07 ${hue}))`
  const ink = `light-dark(oklch(0.38 0.09 ${hue}), oklch(0.93 0.04 ${hue}))`
  return (
    <span
      aria-hidden="true"
      className={`inline-grid shrink-0 select-none place-items-center overflow-hidden font-semibold ${SIZES[size]} ${business ? 'rounded-[30%]' : 'rounded-full'}`}
      style={{ background: colors, color: ink }}
    >
      {picture ? <img src={picture} alt="" className="size-full object-cover" /> : initials(name)}
    </span>
  )
}

interface AvatarProps {
  name: string
  seed?: string
  size?: keyof typeof SIZES
  business?: boolean
  /** Where it is. */
  picture?: string
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean)
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map(word => (word ? [...word][0] : ''))
  return letters.join('').toUpperCase() || '?'
}
