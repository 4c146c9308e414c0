import { HOUR } from '../domain/time.ts'
import { job } from './job.ts'

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/direct-send/view-generated-templates */
export const DIRECT_TEMPLATE_UNUSED = 24 * HOUR

/** Takes a hidden template away that no message of the last day belonged to; looks again when a day may have passed. */
export const removeDirectTemplate = job<{ template_id: string }>({
  name: 'remove-direct-template',
  async run({ template_id }, { read, stage, ids, now }) {
    const template = await read.templates.find(template_id)
    if (!template) return
    const used = await read.feedback.lastSend(template_id, now - DIRECT_TEMPLATE_UNUSED)
    if (used <= now - DIRECT_TEMPLATE_UNUSED) {
      stage.templates.remove(template_id)
      return stage.dropNode(template_id)
    }
    const due_at = used + DIRECT_TEMPLATE_UNUSED
    stage.job({ id: ids.key(), name: 'remove-direct-template', due_at, subject: template_id, payload: { template_id } })
  },
})
