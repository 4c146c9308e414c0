/**
 * Every field an app can subscribe to. A field without events yet is accepted and stays silent.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/overview
 */
export const WEBHOOK_FIELDS = [
  'account_alerts',
  'account_review_update',
  'account_settings_update',
  'account_update',
  'automatic_events',
  'business_capability_update',
  'business_status_update',
  'business_username_updates',
  'calls',
  'campaign_status_update',
  'flows',
  'group_lifecycle_update',
  'group_participants_update',
  'group_settings_update',
  'group_status_update',
  'history',
  'message_echoes',
  'message_template_components_update',
  'message_template_quality_update',
  'message_template_status_update',
  'messages',
  'messaging_handovers',
  'partner_solutions',
  'payment_configuration_update',
  'phone_number_name_update',
  'phone_number_quality_update',
  'security',
  'smb_app_state_sync',
  'smb_message_echoes',
  'standby',
  'template_category_update',
  'template_correct_category_detection',
  'tracking_events',
  'user_id_update',
  'user_preferences',
] as const

/**
 * Fields that go to the callback that an app has set for a number or an account, where there is one. All others go to
 * the app's own.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/override
 */
export const OVERRIDDEN_FIELDS: readonly string[] = [
  'account_settings_update',
  'calls',
  'group_lifecycle_update',
  'group_participants_update',
  'group_settings_update',
  'group_status_update',
  'history',
  'message_echoes',
  'messages',
  'messaging_handovers',
  'smb_app_state_sync',
  'smb_message_echoes',
  'standby',
] satisfies (typeof WEBHOOK_FIELDS)[number][]
