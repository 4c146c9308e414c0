import { z } from 'zod'
import { templateHealth } from '../../domain/health.ts'
import type { Stored } from '../../domain/stored.ts'
import type { Template } from '../../domain/templates/model.ts'
import { unixSeconds } from '../../domain/time.ts'
import { node } from '../../graph/node.ts'
import { HealthField } from '../health-field.ts'
import { withSampleLinks } from './sample-links.ts'

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-management */
export const TemplateNode = node<Stored<Template>>({
  name: 'MessageTemplate',
  summary: 'A message template in one language.',
  collection: 'templates',
  access: ['whatsapp_business_management', 'whatsapp_business_messaging'],
  load: async (read, id) => {
    const template = await read.templates.find(id)
    return template?.status === 'DELETED' ? undefined : template
  },
  owner: template => ({ account_id: template.account_id }),
  fields: {
    name: { schema: z.string(), byDefault: true, read: template => template.name },
    parameter_format: { schema: z.string(), byDefault: true, read: template => template.parameter_format },
    components: {
      schema: z.array(z.looseObject({ type: z.string() })),
      byDefault: true,
      read: (template, context) => withSampleLinks(template.components, context),
    },
    language: { schema: z.string(), byDefault: true, read: template => template.language },
    status: { schema: z.string(), byDefault: true, read: template => template.status },
    category: { schema: z.string(), byDefault: true, read: template => template.category },
    sub_category: { schema: z.string(), byDefault: true, read: template => template.sub_category },
    previous_category: { schema: z.string(), byDefault: true, read: template => template.previous_category },
    correct_category: { schema: z.string(), read: template => template.correct_category },
    display_format: { schema: z.string(), read: template => template.display_format },
    message_send_ttl_seconds: { schema: z.int(), read: template => template.message_send_ttl_seconds },
    rejected_reason: { schema: z.string(), read: template => template.rejected_reason },
    quality_score: {
      schema: z.looseObject({ score: z.string(), date: z.int() }),
      read: template => ({ score: template.quality, date: unixSeconds(template.quality_at ?? template.created_at) }),
    },
    library_template_name: { schema: z.string(), read: template => template.library_template_name },
    source: { schema: z.string(), read: template => (template.auto_generated ? 'AUTO_GENERATED' : 'MANUAL') },
    cta_url_link_tracking_opted_out: {
      schema: z.boolean(),
      read: template => template.cta_url_link_tracking_opted_out ?? false,
    },
    is_primary_device_delivery_only: {
      schema: z.boolean(),
      read: template => template.is_primary_device_delivery_only ?? template.category === 'AUTHENTICATION',
    },
    // Whom no message reaches gets none as SMS here.
    is_sms_fallback_enabled: { schema: z.boolean(), read: () => false },
    degrees_of_freedom_spec: { schema: z.looseObject({}), read: template => template.degrees_of_freedom_spec },
    optimization_spec: { schema: z.looseObject({}), read: template => template.optimization_spec },
    // There is no advertising system behind the Marketing Messages API: what it would name stays unset.
    ad_id: { schema: z.string(), read: () => undefined },
    ad_account_id: { schema: z.string(), read: () => undefined },
    ad_campaign_id: { schema: z.string(), read: () => undefined },
    ad_adset_id: { schema: z.string(), read: () => undefined },
    health_status: HealthField<Template>(templateHealth),
    last_updated_time: { schema: z.int(), read: template => unixSeconds(template.updated_at) },
    id: { schema: z.string(), byDefault: true, read: template => template.id },
  },
})
