import type { Template } from '../domain/templates/model.ts'
import { stageNewTemplate } from '../store/template-step.ts'
import { job } from './job.ts'
import { DIRECT_TEMPLATE_UNUSED } from './remove-direct-template.ts'

export type WantedTemplate = Pick<Template, 'id' | 'account_id' | 'name' | 'language' | 'category' | 'components'>

/** Makes the hidden template that messages of Direct Send belong to, unless there is one of that name already. */
export const makeDirectTemplate = job<WantedTemplate>({
  name: 'make-direct-template',
  async run(wanted, unit) {
    const { read, stage, ids, now } = unit
    const taken = (await read.templates.named(wanted.account_id, wanted.name)).length > 0
    if (taken || (await read.nodes.find(wanted.id))) return
    const template: Template = {
      ...wanted,
      auto_generated: true,
      parameter_format: 'POSITIONAL',
      status: 'APPROVED',
      rejected_reason: 'NONE',
      quality: 'UNKNOWN',
      created_at: now,
      updated_at: now,
      edits: [],
    }
    const { id: template_id, account_id, name, language, category } = template
    const scene = { at: now, account_id, template_id, name, language, category }
    await stageNewTemplate(unit, { changed: template, events: [{ type: 'template.created', ...scene }] })
    const due_at = now + DIRECT_TEMPLATE_UNUSED
    stage.job({ id: ids.key(), name: 'remove-direct-template', due_at, subject: template_id, payload: { template_id } })
  },
})
