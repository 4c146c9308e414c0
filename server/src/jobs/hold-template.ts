import { job } from './job.ts'

/** The first message of a paced template is held: from now on all are, until there is a verdict or the time is up. */
export const holdTemplate = job<{ template_id: string; until: number }>({
  name: 'hold-template',
  async run({ template_id, until }, { read, stage, ids }) {
    const template = await read.templates.find(template_id)
    if (!template?.pacing || template.pacing.until !== undefined) return
    stage.templates.change({ ...template, pacing: { ...template.pacing, until } })
    stage.job({
      id: ids.key(),
      name: 'release-template',
      due_at: until,
      subject: template_id,
      payload: { template_id },
    })
  },
})
