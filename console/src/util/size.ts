const UNITS = ['B', 'KB', 'MB', 'GB']

export function fileSize(bytes: number): string {
  const power = Math.min(UNITS.length - 1, Math.floor(Math.log(Math.max(bytes, 1)) / Math.log(1024)))
  const value = bytes / 1024 ** power
  return `${value < 10 && power ? value.toFixed(1) : Math.round(value)} ${UNITS[power]}`
}

/** The three or four letters on a document's icon. */
export function fileLabel(filename: string | undefined, mimeType: string | undefined): string {
  const extension = /\.([a-z0-9]{1,5})$/i.exec(filename ?? '')?.[1]
  const subtype = mimeType?.split(/[/;]/)[1]?.split(/[.+-]/).at(-1)
  return (extension ?? subtype ?? 'file').slice(0, 4).toUpperCase()
}
