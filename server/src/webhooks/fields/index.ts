import type { Event } from '../../events/event.ts'
import type { WebhookField } from '../field.ts'
import { accountAlerts } from './account_alerts.ts'
import { accountReviewUpdate } from './account_review_update.ts'
import { accountSettingsUpdate } from './account_settings_update.ts'
import { accountUpdate } from './account_update.ts'
import { businessCapabilityUpdate } from './business_capability_update.ts'
import { businessUsernameUpdates } from './business_username_updates.ts'
import { messageTemplateComponentsUpdate } from './message_template_components_update.ts'
import { messageTemplateQualityUpdate } from './message_template_quality_update.ts'
import { messageTemplateStatusUpdate } from './message_template_status_update.ts'
import { messages } from './messages.ts'
import { messagingHandovers } from './messaging_handovers.ts'
import { phoneNumberNameUpdate } from './phone_number_name_update.ts'
import { phoneNumberQualityUpdate } from './phone_number_quality_update.ts'
import { security } from './security.ts'
import { standby } from './standby.ts'
import { templateCategoryUpdate } from './template_category_update.ts'
import { templateCorrectCategoryDetection } from './template_correct_category_detection.ts'
import { userIdUpdate } from './user_id_update.ts'
import { userPreferences } from './user_preferences.ts'

/** Every field that has events. */
export const fields: readonly WebhookField[] = [
  accountAlerts,
  accountReviewUpdate,
  accountSettingsUpdate,
  accountUpdate,
  businessCapabilityUpdate,
  businessUsernameUpdates,
  messageTemplateComponentsUpdate,
  messageTemplateQualityUpdate,
  messageTemplateStatusUpdate,
  messages,
  messagingHandovers,
  phoneNumberNameUpdate,
  phoneNumberQualityUpdate,
  security,
  standby,
  templateCategoryUpdate,
  templateCorrectCategoryDetection,
  userIdUpdate,
  userPreferences,
]

/** The field that tells of an event; most events are nobody's business but ours. */
export const fieldOf: ReadonlyMap<Event['type'], WebhookField> = new Map(
  fields.flatMap(field => field.events.map(type => [type, field] as const)),
)
