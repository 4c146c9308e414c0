import type { world } from '../world.ts'

type World = Awaited<ReturnType<typeof world>>
type Body = { [member: string]: unknown }

/** What the examples about numbers take for granted: a new number, a code that was sent, a link that is there. */
export async function numberExample(w: World, path: string, body: Body): Promise<{ id?: string; body: Body }> {
  const { landline } = w
  if (path.startsWith('/{WhatsApp-Business-Profile-ID}')) {
    const profile = await w.graph('GET', `${landline.phone_number_id}/whatsapp_business_profile?fields=id`)
    return { id: profile.body.data[0].id, body }
  }
  if (path.startsWith('/{Pre-Verified-Phone-Number-ID}')) {
    const added = await w.graph('POST', `${landline.business_id}/add_phone_numbers`, { phone_number: '+16505550177' })
    return withCode(w, added.body.id, path, body)
  }
  if (path.endsWith('/request_code') || path.endsWith('/verify_code')) {
    const number = { cc: '1', phone_number: '6505550177', verified_name: 'Jaspers Market' }
    const added = await w.graph('POST', `${landline.waba_id}/phone_numbers`, number)
    return withCode(w, added.body.id, path, body)
  }
  if (path.endsWith('/marketing_messages')) {
    await w.control('POST', `accounts/${landline.waba_id}/marketing-messages`, { status: 'ONBOARDED' })
  }
  if (path.endsWith('/block_users')) await w.says('Hello')
  if (path.endsWith('/message_qrdls') && 'code' in body) {
    const made = await w.graph('POST', `${landline.phone_number_id}/message_qrdls`, { prefilled_message: 'Hello' })
    return { body: { ...body, code: made.body.code } }
  }
  return { body }
}

/** The code that is entered is the one that was sent. */
async function withCode(w: World, id: string, path: string, body: Body): Promise<{ id: string; body: Body }> {
  if (!path.endsWith('/verify_code')) return { id, body }
  await w.graph('POST', `${id}/request_code`, { code_method: 'SMS', language: 'en_US' })
  const { code } = (await w.control('GET', 'sms')).body.data[0]
  return { id, body: { ...body, code } }
}
