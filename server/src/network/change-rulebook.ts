import { emptyRulebook, RULEBOOK, type Rulebook } from '../domain/rules/rulebook.ts'
import type { Unit } from '../store/store.ts'

/** Changes what a world says about its rules; the first change makes the record. */
export async function changeRulebook(
  { read, stage }: Pick<Unit, 'read' | 'stage'>,
  change: (rulebook: Rulebook) => Rulebook,
): Promise<Rulebook> {
  const known = await read.rulebook.find(RULEBOOK)
  const changed = change(known ?? emptyRulebook())
  if (known) stage.rulebook.change({ ...changed, version: known.version })
  else stage.rulebook.add(changed)
  return changed
}
