import type { AnyKind } from '../graph/node.ts'
import type { Operation } from '../graph/operation.ts'
import { listActivities } from './account/activities.get.ts'
import { unassignUser } from './account/assigned_users.delete.ts'
import { listAssignedUsers } from './account/assigned_users.get.ts'
import { assignUser } from './account/assigned_users.post.ts'
import { AssignedUserNode } from './account/assigned-user.ts'
import { getCallAnalytics } from './account/call_analytics.get.ts'
import { getConversationAnalytics } from './account/conversation_analytics.get.ts'
import { judgeSample } from './account/message_samples.post.ts'
import { previewTemplates } from './account/message_template_previews.get.ts'
import { archiveTemplates, unarchiveTemplates } from './account/message_templates.archive.ts'
import { deleteTemplates } from './account/message_templates.delete.ts'
import { listTemplates } from './account/message_templates.get.ts'
import { createTemplate } from './account/message_templates.post.ts'
import { migrateTemplates } from './account/migrate_message_templates.post.ts'
import { updateAccount } from './account/node.post.ts'
import { AccountNode } from './account/node.ts'
import { listPhoneNumbers } from './account/phone_numbers.get.ts'
import { addPhoneNumber } from './account/phone_numbers.post.ts'
import { getPricingAnalytics } from './account/pricing_analytics.get.ts'
import { listSchedules } from './account/schedules.get.ts'
import { createSchedule } from './account/schedules.post.ts'
import { unsubscribeApp } from './account/subscribed_apps.delete.ts'
import { listSubscribedApps } from './account/subscribed_apps.get.ts'
import { subscribeApp } from './account/subscribed_apps.post.ts'
import { getTemplateAnalytics } from './account/template_analytics.get.ts'
import { getTemplateGroupAnalytics } from './account/template_group_analytics.get.ts'
import { listTemplateGroups } from './account/template_groups.get.ts'
import { createTemplateGroup } from './account/template_groups.post.ts'
import { upsertTemplates } from './account/upsert_message_templates.post.ts'
import { ActivityNode } from './activity/node.ts'
import { revokeCredit } from './allocation/node.delete.ts'
import { AllocationNode } from './allocation/node.ts'
import { listClientBusinesses } from './app/connected_client_businesses.get.ts'
import { AppNode } from './app/node.ts'
import { unsubscribeWebhooks } from './app/subscriptions.delete.ts'
import { listSubscriptions } from './app/subscriptions.get.ts'
import { subscribeWebhooks } from './app/subscriptions.post.ts'
import { beginUpload } from './app/uploads.post.ts'
import { BotNode } from './bot/node.ts'
import { addPreverifiedNumber } from './business/add_phone_numbers.post.ts'
import { listClientAccounts } from './business/client_whatsapp_business_accounts.get.ts'
import { listCreditLines } from './business/extendedcredits.get.ts'
import { BusinessNode } from './business/node.ts'
import { askForMarketingMessages } from './business/onboard_partners_to_mm_lite.post.ts'
import { listOwnedAccounts } from './business/owned_whatsapp_business_accounts.get.ts'
import { listPreverifiedNumbers } from './business/preverified_numbers.get.ts'
import { sharePreverifiedNumber, unsharePreverifiedNumber } from './business/share_preverified_numbers.ts'
import { businessToken } from './business/system_user_access_tokens.post.ts'
import { createSystemUser } from './business/system_users.post.ts'
import { listBusinessUsers, listSystemUsers } from './business/users.ts'
import { CreditLineNode } from './credit/node.ts'
import { listAllocations } from './credit/owning_credit_allocation_configs.get.ts'
import { attachCredit } from './credit/whatsapp_credit_attach.post.ts'
import { shareCredit } from './credit/whatsapp_credit_sharing.post.ts'
import { shareAndAttachCredit } from './credit/whatsapp_credit_sharing_and_attach.post.ts'
import { DebugTokenNode, debugToken } from './debug-token/debug_token.get.ts'
import { listLibrary, listLibraryOfAccount } from './library/message_template_library.get.ts'
import { LibraryNode, LibraryTemplateNode } from './library/node.ts'
import { AttachmentsNode, downloadMedia } from './media/attachments.ts'
import { deleteMedia } from './media/node.delete.ts'
import { getMedia } from './media/node.get.ts'
import { MediaNode } from './media/node.ts'
import { listMessageEvents } from './message-history/events.get.ts'
import { MessageHistoryNode } from './message-history/node.ts'
import { exchangeToken, exchangeTokenByPost } from './oauth/access_token.ts'
import { OauthNode } from './oauth/node.ts'
import { revokeToken } from './oauth/revoke.get.ts'
import { unblockUsers } from './phone-number/block_users.delete.ts'
import { listBlockedUsers } from './phone-number/block_users.get.ts'
import { blockUsers } from './phone-number/block_users.post.ts'
import { getComplianceInfo, setComplianceInfo } from './phone-number/business_compliance_info.ts'
import { deleteContact } from './phone-number/contact_book.delete.ts'
import { setAutomation } from './phone-number/conversational_automation.post.ts'
import { deregisterNumber } from './phone-number/deregister.post.ts'
import { sendMarketingMessage } from './phone-number/marketing_messages.post.ts'
import { uploadMedia } from './phone-number/media.post.ts'
import { listMessageHistory } from './phone-number/message_history.get.ts'
import { deleteMessageLink } from './phone-number/message_qrdls.delete.ts'
import { getMessageLink, listMessageLinks } from './phone-number/message_qrdls.get.ts'
import { createMessageLink, updateMessageLink } from './phone-number/message_qrdls.post.ts'
import { sendMessage } from './phone-number/messages.post.ts'
import { markMessageRead } from './phone-number/messages.read.ts'
import { sendEncryptedMessage } from './phone-number/messages_encrypted.post.ts'
import { updatePhoneNumber } from './phone-number/node.post.ts'
import { PhoneNumberNode } from './phone-number/node.ts'
import { applyForOfficialAccount, getOfficialAccount } from './phone-number/official_business_account.ts'
import { registerNumber } from './phone-number/register.post.ts'
import { requestCode } from './phone-number/request_code.post.ts'
import { getSettings } from './phone-number/settings.get.ts'
import { updateSettings } from './phone-number/settings.post.ts'
import { controlThread } from './phone-number/thread_control.post.ts'
import { deleteUsername, getUsername, setUsername, suggestUsernames } from './phone-number/username.ts'
import { verifyCode } from './phone-number/verify_code.post.ts'
import { getBusinessKey, setBusinessKey } from './phone-number/whatsapp_business_encryption.ts'
import { getBusinessProfile } from './phone-number/whatsapp_business_profile.get.ts'
import { updateBusinessProfile } from './phone-number/whatsapp_business_profile.post.ts'
import { getCommerceSettings, setCommerceSettings } from './phone-number/whatsapp_commerce_settings.ts'
import { getProfilePicture, ProfilePicturesNode } from './picture/node.get.ts'
import { getTemplateSample, TemplateSamplesNode } from './picture/sample.get.ts'
import { deletePreverifiedNumber } from './preverified-number/node.delete.ts'
import { PreverifiedNumberNode } from './preverified-number/node.ts'
import { listPreverifiedPartners } from './preverified-number/partners.get.ts'
import { requestPreverifiedCode } from './preverified-number/request_code.post.ts'
import { verifyPreverifiedCode } from './preverified-number/verify_code.post.ts'
import { updateProfileNode } from './profile/node.post.ts'
import { ProfileNode } from './profile/node.ts'
import { getQrImage, QrCodesNode } from './qr-codes/image.get.ts'
import { ScheduleNode } from './schedule/node.ts'
import { compareTemplates } from './template/compare.get.ts'
import { editTemplate } from './template/node.post.ts'
import { TemplateNode } from './template/node.ts'
import { unpauseTemplate } from './template/unpause.post.ts'
import { deleteTemplateGroup } from './template-group/node.delete.ts'
import { updateTemplateGroup } from './template-group/node.post.ts'
import { TemplateGroupNode } from './template-group/node.ts'
import { getUpload } from './upload/node.get.ts'
import { appendToUpload } from './upload/node.post.ts'
import { UploadNode } from './upload/node.ts'
import { generateSystemUserToken } from './user/access_tokens.post.ts'
import { AssignedAccountNode, listAssignedAccounts } from './user/assigned_whatsapp_business_accounts.get.ts'
import { UserNode } from './user/node.ts'
import { listPermissions, removeApp, removePermission } from './user/permissions.ts'

/** Every kind of node of the platform. */
export const kinds: readonly AnyKind[] = [
  AccountNode,
  ActivityNode,
  AllocationNode,
  AppNode,
  AssignedAccountNode,
  AssignedUserNode,
  AttachmentsNode,
  BotNode,
  BusinessNode,
  CreditLineNode,
  DebugTokenNode,
  LibraryNode,
  LibraryTemplateNode,
  MediaNode,
  MessageHistoryNode,
  OauthNode,
  PhoneNumberNode,
  PreverifiedNumberNode,
  ProfileNode,
  ProfilePicturesNode,
  QrCodesNode,
  ScheduleNode,
  TemplateGroupNode,
  TemplateNode,
  TemplateSamplesNode,
  UploadNode,
  UserNode,
]

/** Every operation of the platform, by name. Reading a node needs none. */
export const operations: readonly Operation[] = [
  addPhoneNumber,
  addPreverifiedNumber,
  appendToUpload,
  applyForOfficialAccount,
  archiveTemplates,
  askForMarketingMessages,
  assignUser,
  attachCredit,
  beginUpload,
  blockUsers,
  businessToken,
  compareTemplates,
  controlThread,
  createMessageLink,
  createSchedule,
  createSystemUser,
  createTemplate,
  createTemplateGroup,
  debugToken,
  deleteContact,
  deleteMedia,
  deleteMessageLink,
  deletePreverifiedNumber,
  deleteTemplateGroup,
  deleteTemplates,
  deleteUsername,
  deregisterNumber,
  downloadMedia,
  editTemplate,
  exchangeToken,
  exchangeTokenByPost,
  generateSystemUserToken,
  getBusinessKey,
  getBusinessProfile,
  getCallAnalytics,
  getCommerceSettings,
  getComplianceInfo,
  getConversationAnalytics,
  getMedia,
  getMessageLink,
  getOfficialAccount,
  getPricingAnalytics,
  getProfilePicture,
  getQrImage,
  getSettings,
  getTemplateAnalytics,
  getTemplateGroupAnalytics,
  getTemplateSample,
  getUpload,
  getUsername,
  judgeSample,
  listActivities,
  listAllocations,
  listAssignedAccounts,
  listAssignedUsers,
  listBlockedUsers,
  listBusinessUsers,
  listClientAccounts,
  listClientBusinesses,
  listCreditLines,
  listLibrary,
  listLibraryOfAccount,
  listMessageEvents,
  listMessageHistory,
  listMessageLinks,
  listOwnedAccounts,
  listPermissions,
  listPhoneNumbers,
  listPreverifiedNumbers,
  listPreverifiedPartners,
  listSchedules,
  listSubscribedApps,
  listSubscriptions,
  listSystemUsers,
  listTemplateGroups,
  listTemplates,
  markMessageRead,
  migrateTemplates,
  previewTemplates,
  registerNumber,
  removeApp,
  removePermission,
  requestCode,
  requestPreverifiedCode,
  revokeCredit,
  revokeToken,
  sendEncryptedMessage,
  sendMarketingMessage,
  sendMessage,
  setAutomation,
  setBusinessKey,
  setCommerceSettings,
  setComplianceInfo,
  setUsername,
  shareAndAttachCredit,
  shareCredit,
  sharePreverifiedNumber,
  subscribeApp,
  subscribeWebhooks,
  suggestUsernames,
  unarchiveTemplates,
  unassignUser,
  unblockUsers,
  unpauseTemplate,
  unsharePreverifiedNumber,
  unsubscribeApp,
  unsubscribeWebhooks,
  updateAccount,
  updateBusinessProfile,
  updateMessageLink,
  updatePhoneNumber,
  updateProfileNode,
  updateSettings,
  updateTemplateGroup,
  uploadMedia,
  upsertTemplates,
  verifyCode,
  verifyPreverifiedCode,
]
