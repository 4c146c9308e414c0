import type { AnyKind } from '../graph/node.ts'
import type { Operation } from '../graph/operation.ts'
import { deleteTemplates } from './account/message_templates.delete.ts'
import { listTemplates } from './account/message_templates.get.ts'
import { createTemplate } from './account/message_templates.post.ts'
import { AccountNode } from './account/node.ts'
import { listPhoneNumbers } from './account/phone_numbers.get.ts'
import { unsubscribeApp } from './account/subscribed_apps.delete.ts'
import { listSubscribedApps } from './account/subscribed_apps.get.ts'
import { subscribeApp } from './account/subscribed_apps.post.ts'
import { AppNode } from './app/node.ts'
import { unsubscribeWebhooks } from './app/subscriptions.delete.ts'
import { listSubscriptions } from './app/subscriptions.get.ts'
import { subscribeWebhooks } from './app/subscriptions.post.ts'
import { beginUpload } from './app/uploads.post.ts'
import { BusinessNode } from './business/node.ts'
import { listOwnedAccounts } from './business/owned_whatsapp_business_accounts.get.ts'
import { DebugTokenNode, debugToken } from './debug-token/debug_token.get.ts'
import { AttachmentsNode, downloadMedia } from './media/attachments.ts'
import { deleteMedia } from './media/node.delete.ts'
import { getMedia } from './media/node.get.ts'
import { MediaNode } from './media/node.ts'
import { exchangeToken, exchangeTokenByPost, OauthNode } from './oauth/access_token.ts'
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
import { editTemplate } from './template/node.post.ts'
import { TemplateNode } from './template/node.ts'
import { getUpload } from './upload/node.get.ts'
import { appendToUpload } from './upload/node.post.ts'
import { UploadNode } from './upload/node.ts'
import { UserNode } from './user/node.ts'

/** Every kind of node of the platform. */
export const kinds: readonly AnyKind[] = [
  AccountNode,
  AppNode,
  AttachmentsNode,
  BusinessNode,
  DebugTokenNode,
  MediaNode,
  OauthNode,
  PhoneNumberNode,
  ProfilePicturesNode,
  TemplateNode,
  UploadNode,
  UserNode,
]

/** Every operation of the platform, by name. Reading a node needs none. */
export const operations: readonly Operation[] = [
  appendToUpload,
  beginUpload,
  createTemplate,
  debugToken,
  deleteMedia,
  deleteTemplates,
  deregisterNumber,
  downloadMedia,
  editTemplate,
  exchangeToken,
  exchangeTokenByPost,
  getBusinessProfile,
  getMedia,
  getProfilePicture,
  getUpload,
  listOwnedAccounts,
  listPhoneNumbers,
  listSubscribedApps,
  listSubscriptions,
  listTemplates,
  markMessageRead,
  registerNumber,
  sendMessage,
  subscribeApp,
  subscribeWebhooks,
  unsubscribeApp,
  unsubscribeWebhooks,
  updateBusinessProfile,
  updatePhoneNumber,
  uploadMedia,
]
