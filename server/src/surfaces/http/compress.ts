/** Shorter answers, such as those to a send, gain nothing. */
const LONG_CHARACTERS = 1_400

/** Whether an answer is long, and the client takes it as gzip. */
export const isWorthZipping = (text: string, acceptEncoding: string | string[] | undefined): boolean =>
  text.length >= LONG_CHARACTERS && takesGzip(String(acceptEncoding ?? ''))

export async function zipped(text: string): Promise<Buffer> {
  const { gzip } = await import('node:zlib')
  return new Promise((resolve, reject) => {
    gzip(Buffer.from(text, 'latin1'), (error, bytes) => (error ? reject(error) : resolve(bytes)))
  })
}

/** https://www.rfc-editor.org/rfc/rfc9110#name-accept-encoding */
function takesGzip(header: string): boolean {
  const named = header.split(',').map(one => /^\s*([\w*-]+)\s*(?:;\s*q=([\d.]+))?/i.exec(one))
  const asked = named.find(one => one?.[1]?.toLowerCase() === 'gzip') ?? named.find(one => one?.[1] === '*')
  return asked !== undefined && Number(asked?.[2] ?? 1) > 0
}
