/** Digits as people read them. Numbers of the North American plan get their dashes, the rest groups of three. */
export function readableNumber(digits: string): string {
  const plain = digits.replace(/\D/g, '')
  const american = /^1(\d{3})(\d{3})(\d{4})$/.exec(plain)
  if (american) return `+1 ${american[1]}-${american[2]}-${american[3]}`
  const [country = '', ...groups] = [plain.slice(0, 2), ...(plain.slice(2).match(/\d{1,3}(?=(?:\d{3})*$)/g) ?? [])]
  return `+${country} ${groups.join(' ')}`.trim()
}
