import { job } from './job.ts'

/** No verdict in time: messages of a paced template flow freely from now on. */
export const releaseTemplate = job<{ template_id: string }>({
  name: 'release-template',
  async run({ template_id }, { read, stage, now }) {
    const template = await read.templates.find(template_id)
    if (template?.pacing?.until === undefined || template.pacing.until > now) return
    const { pacing: _, ...free } = template
    stage.templates.change(free)
  },
})
