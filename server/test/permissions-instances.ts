import { hello, type world } from './world.ts'

type World = Awaited<ReturnType<typeof world>>

/** The id of one node of every kind, by the kind's name; `another` is an account besides the first. */
export async function instances(w: World): Promise<Record<string, string>> {
  const { landline } = w
  const { waba_id, phone_number_id, app_id, business_id } = landline
  const another = (await w.control('POST', 'accounts', { name: 'Another' })).body.id
  const user = (await w.control('POST', 'users', { name: 'Sheena Nelson', kind: 'SYSTEM_USER' })).body.id
  const credit = (await w.graph('GET', `${business_id}/extendedcredits`)).body.data[0].id
  const shared = await w.graph('POST', `${credit}/whatsapp_credit_sharing`, { receiving_business_id: business_id })
  const schedule = await w.graph('POST', `${waba_id}/schedules`, {
    name: 'Business hours',
    schedule_type: 'BUSINESS_HOURS',
    start_time: '09:00',
    end_time: '17:00',
  })
  const session = await w.graph('POST', `${app_id}/uploads`, { file_length: 3, file_type: 'image/png' })
  const templates = await w.graph('GET', `${waba_id}/message_templates`)
  const group = await w.graph('POST', `${waba_id}/template_groups`, {
    name: 'Orders',
    description: 'About orders',
    whatsapp_business_templates: [],
  })
  const profile = await w.graph('GET', `${phone_number_id}/whatsapp_business_profile?fields=id`)
  await w.graph('POST', `${phone_number_id}/conversational_automation`, { prompts: ['Book a table'] })
  const automated = await w.graph('GET', `${phone_number_id}?fields=conversational_automation`)
  const preverified = await w.graph('POST', `${business_id}/add_phone_numbers`, { phone_number: '+16505550177' })
  await w.sends(hello)
  await w.advance('1s')
  const history = await w.graph('GET', `${phone_number_id}/message_history`)
  return {
    another,
    Application: app_id,
    Business: business_id,
    ExtendedCredit: credit,
    ExtendedCreditAllocationConfig: shared.body.allocation_config_id,
    MessageTemplate: templates.body.data[0].id,
    UploadSession: session.body.id,
    User: user,
    WhatsAppBusinessAccount: waba_id,
    WhatsAppBusinessBot: automated.body.conversational_automation.id,
    WhatsAppBusinessMedia: await upload(w),
    WhatsAppBusinessPhoneNumber: phone_number_id,
    WhatsAppBusinessPreVerifiedPhoneNumber: preverified.body.id,
    WhatsAppBusinessProfile: profile.body.data[0].id,
    WhatsAppBusinessSchedule: schedule.body.id,
    WhatsAppBusinessTemplateGroup: group.body.id,
    WhatsAppMessageHistory: history.body.data[0].id,
  }
}

async function upload({ landline }: World): Promise<string> {
  const form = new FormData()
  form.set('messaging_product', 'whatsapp')
  form.set('file', new Blob(['rye'], { type: 'text/plain' }), 'rye.txt')
  const response = await fetch(`${landline.url}/v25.0/${landline.phone_number_id}/media`, {
    method: 'POST',
    headers: { authorization: `Bearer ${landline.access_token}` },
    body: form,
  })
  return ((await response.json()) as { id: string }).id
}
