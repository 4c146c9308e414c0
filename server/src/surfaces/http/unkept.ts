import type { GraphAnswer } from '../../graph/dispatch.ts'
import type { Blobs } from '../../graph/io.ts'
import { UploadedFile } from '../../graph/operation.ts'
import type { RawParams } from '../../graph/params.ts'

/**
 * Takes files of a body away again that no operation has taken: the call was refused, or has no use for them. After a
 * fault of our own they stay, because nobody knows how far it got.
 */
export async function dropUnkept(blobs: Blobs, body: RawParams, answer: GraphAnswer): Promise<void> {
  for (const [name, value] of Object.entries(body)) {
    if (value instanceof UploadedFile && !isKept(name, answer)) await blobs.remove(value.blob)
  }
}

function isKept(name: string, answer: GraphAnswer): boolean {
  if (!answer.ok) return answer.cause !== undefined
  // A batch names its files itself, and has no operation of its own.
  if (!answer.operation) return true
  const { shape = {} } = (answer.operation.contract.params as unknown as { def: { shape?: object } }).def
  return name in shape
}
