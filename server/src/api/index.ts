import type { AnyKind } from '../graph/node.ts'
import type { Operation } from '../graph/operation.ts'
import { listActivities } from './account/activities.get.ts'
import { unassignUser } from './account/assigned_users.delete.ts'
import { listAssignedUsers } from './account/assigned_users.get.ts'
import { assignUser } from './account/assigned_users.post.ts'
import { AssignedUserNode } from './account/assigned-user.ts'
import { getCallAnalytics } from './account/call_analytics.get.ts'
import { getConversationAnalytics } from './account/conversation_analytics.get.ts'
import { deleteTemplates } from './account/message_templates.delete.ts'
import { listTemplates } from './account/message_templates.get.ts'
import { createTemplate } from './account/message_templates.post.ts'
import { updateAccount } from './account/node.post.ts'
import { AccountNode } from './account/node.ts'
import { listPhoneNumbers } from './account/phone_numbers.get.ts'
import { getPricingAnalytics } from './account/pricing_analytics.get.ts'
import { listSchedules } from './account/schedules.get.ts'
import { createSchedule } from './account/schedules.post.ts'
import { unsubscribeApp } from './account/subscribed_apps.delete.ts'
import { listSubscribedApps } from './account/subscribed_apps.get.ts'
import { subscribeApp } from './account/subscribed_apps.post.ts'
import { getTemplateAnalytics } from './account/template_analytics.get.ts'
import { ActivityNode } from './activity/node.ts'
import { revokeCredit } from './allocation/node.delete.ts'
import { AllocationNode } from './allocation/node.ts'
import { listClientBusinesses } from './app/connected_client_businesses.get.ts'
import { AppNode } from './app/node.ts'
import { unsubscribeWebhooks } from './app/subscriptions.delete.ts'
import { listSubscriptions } from './app/subscriptions.get.ts'
import { subscribeWebhooks } from './app/subscriptions.post.ts'
import { beginUpload } from './app/uploads.post.ts'
import { listBusinessUsers } from './business/business_users.get.ts'
import { listClientAccounts } from './business/client_whatsapp_business_accounts.get.ts'
import { listCreditLines } from './business/extendedcredits.get.ts'
import { BusinessNode } from './business/node.ts'
import { listOwnedAccounts } from './business/owned_whatsapp_business_accounts.get.ts'
import { businessToken } from './business/system_user_access_tokens.post.ts'
import { listSystemUsers } from './business/system_users.get.ts'
import { createSystemUser } from './business/system_users.post.ts'
import { CreditLineNode } from './credit/node.ts'
import { listAllocations } from './credit/owning_credit_allocation_configs.get.ts'
import { attachCredit } from './credit/whatsapp_credit_attach.post.ts'
import { shareCredit } from './credit/whatsapp_credit_sharing.post.ts'
import { shareAndAttachCredit } from './credit/whatsapp_credit_sharing_and_attach.post.ts'
import { DebugTokenNode, debugToken } from './debug-token/debug_token.get.ts'
import { AttachmentsNode, downloadMedia } from './media/attachments.ts'
import { deleteMedia } from './media/node.delete.ts'
import { getMedia } from './media/node.get.ts'
import { MediaNode } from './media/node.ts'
import { exchangeToken, exchangeTokenByPost } from './oauth/access_token.ts'
import { OauthNode } from './oauth/node.ts'
import { revokeToken } from './oauth/revoke.get.ts'
import { deregisterNumber } from './phone-number/deregister.post.ts'
import { uploadMedia } from './phone-number/media.post.ts'
import { sendMessage } from './phone-number/messages.post.ts'
import { markMessageRead } from './phone-number/messages.read.ts'
import { updatePhoneNumber } from './phone-number/node.post.ts'
import { PhoneNumberNode } from './phone-number/node.ts'
import { registerNumber } from './phone-number/register.post.ts'
import { getBusinessProfile } from './phone-number/whatsapp_business_profile.get.ts'
import { updateBusinessProfile } from './phone-number/whatsapp_business_profile.post.ts'
import { getProfilePicture, ProfilePicturesNode } from './picture/node.get.ts'
import { ScheduleNode } from './schedule/node.ts'
import { editTemplate } from './template/node.post.ts'
import { TemplateNode } from './template/node.ts'
import { getUpload } from './upload/node.get.ts'
import { appendToUpload } from './upload/node.post.ts'
import { UploadNode } from './upload/node.ts'
import { generateSystemUserToken } from './user/access_tokens.post.ts'
import { AssignedAccountNode, listAssignedAccounts } from './user/assigned_whatsapp_business_accounts.get.ts'
import { UserNode } from './user/node.ts'
import { listPermissions, removeApp } from './user/permissions.ts'

/** Every kind of node of the platform. */
export const kinds: readonly AnyKind[] = [
  AccountNode,
  ActivityNode,
  AllocationNode,
  AppNode,
  AssignedAccountNode,
  AssignedUserNode,
  AttachmentsNode,
  BusinessNode,
  CreditLineNode,
  DebugTokenNode,
  MediaNode,
  OauthNode,
  PhoneNumberNode,
  ProfilePicturesNode,
  ScheduleNode,
  TemplateNode,
  UploadNode,
  UserNode,
]

/** Every operation of the platform, by name. Reading a node needs none. */
export const operations: readonly Operation[] = [
  appendToUpload,
  assignUser,
  attachCredit,
  beginUpload,
  businessToken,
  createSchedule,
  createSystemUser,
  createTemplate,
  debugToken,
  deleteMedia,
  deleteTemplates,
  deregisterNumber,
  downloadMedia,
  editTemplate,
  exchangeToken,
  exchangeTokenByPost,
  generateSystemUserToken,
  getBusinessProfile,
  getCallAnalytics,
  getConversationAnalytics,
  getMedia,
  getPricingAnalytics,
  getProfilePicture,
  getTemplateAnalytics,
  getUpload,
  listActivities,
  listAllocations,
  listAssignedAccounts,
  listAssignedUsers,
  listBusinessUsers,
  listClientAccounts,
  listClientBusinesses,
  listCreditLines,
  listOwnedAccounts,
  listPermissions,
  listPhoneNumbers,
  listSchedules,
  listSubscribedApps,
  listSubscriptions,
  listSystemUsers,
  listTemplates,
  markMessageRead,
  registerNumber,
  removeApp,
  revokeCredit,
  revokeToken,
  sendMessage,
  shareAndAttachCredit,
  shareCredit,
  subscribeApp,
  subscribeWebhooks,
  unassignUser,
  unsubscribeApp,
  unsubscribeWebhooks,
  updateAccount,
  updateBusinessProfile,
  updatePhoneNumber,
  uploadMedia,
]
