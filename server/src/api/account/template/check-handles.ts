import { Refused } from '../../../domain/refusals.ts'
import { HandleNotUsable, sampleHandles } from '../../../domain/templates/index.ts'
import type { Read } from '../../../store/read.ts'
import { findHandle } from '../../upload/find-handle.ts'

type Components = Parameters<typeof sampleHandles>[0]

/**
 * Samples of media headers must be handles of uploads of the business, each of a type that fits. Those that the
 * template has already (`before`) are not looked at again: an edit may come when they have expired.
 */
export async function checkHandles(
  components: Components,
  { read, businessId, now, before }: { read: Read; businessId: string; now: number; before?: Components },
): Promise<void> {
  const known = new Set(sampleHandles(before).map(({ handle }) => handle))
  for (const { handle, types } of sampleHandles(components)) {
    if (known.has(handle)) continue
    if (!(await findHandle(read, handle, { businessId, types, now }))) throw new Refused(HandleNotUsable)
  }
}
