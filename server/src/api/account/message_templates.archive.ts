import { z } from 'zod'
import { InvalidParameter } from '../../domain/catalogue.ts'
import { Refused } from '../../domain/refusals.ts'
import { MAX_ARCHIVED_AT_ONCE } from '../../domain/templates/archive.ts'
import { canMove, moveTemplate } from '../../domain/templates/index.ts'
import { operation } from '../../graph/operation.ts'
import type { Unit } from '../../store/store.ts'
import { stageTemplate } from '../../store/template-step.ts'
import { AccountNode } from './node.ts'

const Failed = z.record(z.string(), z.string())

const contract = {
  on: AccountNode,
  method: 'POST' as const,
  docs: 'templates/template-archival',
  access: ['whatsapp_business_management'] as const,
  params: z.looseObject({ hsm_ids: z.union([z.array(z.string()), z.string()]).describe('Ids, up to 100.') }),
  refusals: [InvalidParameter()],
}

export const archiveTemplates = operation({
  ...contract,
  edge: 'message_templates/archive',
  name: 'archiveTemplates',
  summary: 'Archive templates: they cannot be sent, and are deleted after 28 days.',
  returns: z.object({ archived_templates: z.array(z.string()), failed_templates: Failed }),
}).run(async call => {
  const { done, failed } = await moveAll(call, call.node.id, idsOf(call.params.hsm_ids), 'archive')
  return { archived_templates: done, failed_templates: failed }
})

export const unarchiveTemplates = operation({
  ...contract,
  edge: 'message_templates/unarchive',
  name: 'unarchiveTemplates',
  summary: 'Take templates out of the archive, in the status that they had.',
  returns: z.object({ unarchived_templates: z.array(z.string()), failed_templates: Failed }),
}).run(async call => {
  const { done, failed } = await moveAll(call, call.node.id, idsOf(call.params.hsm_ids), 'unarchive')
  return { unarchived_templates: done, failed_templates: failed }
})

/** A list, or its members with commas between them. */
function idsOf(given: string | string[]): string[] {
  const ids = [...new Set(typeof given === 'string' ? given.split(',').map(id => id.trim()) : given)]
  if (ids.length <= MAX_ARCHIVED_AT_ONCE) return ids
  throw new Refused(InvalidParameter(`hsm_ids takes at most ${MAX_ARCHIVED_AT_ONCE} ids.`))
}

async function moveAll(unit: Unit, accountId: string, ids: string[], move: 'archive' | 'unarchive') {
  const done: string[] = []
  const failed: Record<string, string> = {}
  for (const id of ids) {
    const template = await unit.read.templates.find(id)
    if (template?.account_id !== accountId || template.status === 'DELETED') failed[id] = 'Template not found'
    else if (template.auto_generated) failed[id] = `Template is of Direct Send and cannot be ${move}d`
    else if (!canMove(template, move)) failed[id] = `Template is ${template.status} and cannot be ${move}d`
    else {
      const { changed, event } = moveTemplate(template, move, unit.now)
      await stageTemplate(unit, template, { changed, events: [event] })
      done.push(id)
    }
  }
  return { done, failed }
}
