import { TemplateDisabled, TemplatePaused } from '../domain/catalogue.ts'
import { fail } from './carry-message.ts'
import { job } from './job.ts'

/**
 * A message that was held because its template is new: it goes on its way, or it fails with its template.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-pacing
 */
export const carryHeld = job<{ wamid: string; template_id: string }>({
  name: 'carry-held',
  async run({ wamid, template_id }, unit) {
    const { read, stage, ids, now } = unit
    const message = await read.messages.find(wamid)
    if (message?.status !== 'accepted') return
    const status = (await read.templates.find(template_id))?.status
    if (status === 'PAUSED') return fail(unit, message, TemplatePaused)
    if (status === 'DISABLED') return fail(unit, message, TemplateDisabled)
    stage.job({ id: ids.key(), name: 'carry-message', due_at: now, subject: message.customer_id, payload: { wamid } })
  },
})
