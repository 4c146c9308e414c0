/** A small stable number for a text, for colours and drawings that must not change between visits. */
export function hash(text: string): number {
  let value = 2166136261
  for (const char of text) value = Math.imul(value ^ char.codePointAt(0)!, 16777619)
  return value >>> 0
}

/** `count` stable numbers between 0 and 1. */
export function noise(seed: string, count: number): number[] {
  let state = hash(seed) || 1
  return Array.from({ length: count }, () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  })
}
