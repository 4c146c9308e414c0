import type { AnyKind } from '../graph/node.ts'
import type { Operation } from '../graph/operation.ts'
import { AccountsNode, createAccount, listAccounts } from './accounts/accounts.ts'
import { alertAccount } from './accounts/alert.post.ts'
import { AppsNode, changeApp, createApp, rotateAppSecret } from './accounts/apps.ts'
import { banAccount } from './accounts/ban.post.ts'
import { BusinessesNode, changeBusiness, createBusiness, grantCredit } from './accounts/businesses.ts'
import { CodesNode, issueCode } from './accounts/codes.ts'
import { judgeDirectSend, setDirectSend } from './accounts/direct-send.post.ts'
import { EstimateNode, estimateCost } from './accounts/estimate.post.ts'
import { LedgerNode, readLedger } from './accounts/ledger.get.ts'
import { setMarketingMessages } from './accounts/marketing-messages.post.ts'
import { getMessagingLimit, setMessagingLimit } from './accounts/messaging-limit.ts'
import { deleteAccount } from './accounts/node.delete.ts'
import { reinstateAccount } from './accounts/reinstate.post.ts'
import { restrictAccount } from './accounts/restrict.post.ts'
import { reviewAccount } from './accounts/review.post.ts'
import { setAccount } from './accounts/settings.post.ts'
import { shareAccount, unshareAccount } from './accounts/share.post.ts'
import { endToken, issueToken, TokensNode } from './accounts/tokens.ts'
import { createUser, UsersNode } from './accounts/users.ts'
import { readChat } from './chats/chat.post.ts'
import { listChats } from './chats/chats.get.ts'
import { readInbox } from './chats/inbox.get.ts'
import { mediaContent } from './chats/media-content.get.ts'
import { MessageLinkNode, openMessageLink } from './chats/message-link.ts'
import { clickAd } from './customers/ad.post.ts'
import { CustomerNode, CustomersNode } from './customers/customer.ts'
import { changeCustomer, createCustomer, listCustomers, removeCustomer } from './customers/customers.ts'
import { deleteOwnMessage, editOwnMessage } from './customers/edit.post.ts'
import { setExperiment } from './customers/experiment.ts'
import { ignoreBusiness, reportBusiness } from './customers/feedback.ts'
import { changeCustomerNumber, changeCustomerPhone } from './customers/identity.post.ts'
import { openLink } from './customers/link.post.ts'
import { play } from './customers/play.post.ts'
import { setPreferences } from './customers/preferences.ts'
import { blockBusiness, customerOffline, customerOnline, unblockBusiness } from './customers/presence.ts'
import { react } from './customers/react.post.ts'
import { say } from './customers/say.post.ts'
import { tap } from './customers/tap.post.ts'
import { decideDisplayName } from './numbers/name-review.post.ts'
import { removeNumber } from './numbers/number.delete.ts'
import { moveBusinessApp } from './numbers/number-business-app.post.ts'
import { upgradeSandboxNumber } from './numbers/number-go-live.post.ts'
import { changePinByHand } from './numbers/number-pin.post.ts'
import { rateNumberQuality } from './numbers/number-quality.post.ts'
import { takeMeasure } from './numbers/number-status.post.ts'
import { raiseNumberThroughput } from './numbers/number-throughput.post.ts'
import { decideOfficialAccount } from './numbers/official-account-review.post.ts'
import { changeRecipients, listRecipients } from './numbers/recipients.ts'
import { setRouting } from './numbers/routing.post.ts'
import { listCodeMessages, SmsNode } from './numbers/sms.get.ts'
import { changeUsernameInApp } from './numbers/username-in-app.post.ts'
import { correctTemplate } from './templates/template-category.post.ts'
import { paceTemplate } from './templates/template-pacing.post.ts'
import { scoreTemplate } from './templates/template-quality.post.ts'
import { decideTemplate } from './templates/template-review.post.ts'
import { getTemplateSettings, setTemplateSettings } from './templates/template-settings.ts'
import { syncTemplate } from './templates/template-sync.post.ts'
import { listTemplates, TemplatesNode } from './templates/templates.get.ts'
import { DeliveriesNode, DeliveryNode, listDeliveries, redeliver } from './webhooks/deliveries.ts'
import { clearWebhookFaults, getWebhookFaults, setWebhookFaults, WebhookFaultsNode } from './webhooks/webhook-faults.ts'
import { changeWebhookVersion, WebhookVersionsNode } from './webhooks/webhook-version.post.ts'
import { advanceClock, ClockNode, freezeClock, getClock, resumeClock } from './world/clock.ts'
import { EventsNode, listEvents } from './world/events.get.ts'
import { addFault, FaultNode, FaultsNode, listFaults, removeFault, removeFaults } from './world/faults.ts'
import { listRequests, RequestsNode } from './world/requests.get.ts'
import { changeRollout, getRollout, RolloutNode } from './world/rollout.ts'
import { listRules, RulesNode, switchRule } from './world/rules.ts'
import { getWorld, resetWorld, WorldNode } from './world/world.ts'
import {
  exportWorld,
  importWorld,
  listSnapshots,
  removeSnapshot,
  restoreSnapshot,
  takeSnapshot,
} from './world/world-files.ts'

/** Every kind of thing that only the control API knows. */
export const controlKinds: readonly AnyKind[] = [
  AccountsNode,
  AppsNode,
  BusinessesNode,
  ClockNode,
  CodesNode,
  CustomerNode,
  CustomersNode,
  DeliveriesNode,
  DeliveryNode,
  EstimateNode,
  EventsNode,
  FaultNode,
  FaultsNode,
  LedgerNode,
  MessageLinkNode,
  RequestsNode,
  RolloutNode,
  RulesNode,
  SmsNode,
  TemplatesNode,
  TokensNode,
  UsersNode,
  WebhookFaultsNode,
  WebhookVersionsNode,
  WorldNode,
]

/** Every operation of the control API. */
export const controlOperations: readonly Operation[] = [
  addFault,
  advanceClock,
  alertAccount,
  banAccount,
  blockBusiness,
  changeApp,
  changeBusiness,
  changeCustomer,
  changeCustomerNumber,
  changeCustomerPhone,
  changePinByHand,
  changeRecipients,
  changeRollout,
  changeUsernameInApp,
  changeWebhookVersion,
  clearWebhookFaults,
  clickAd,
  correctTemplate,
  createAccount,
  createApp,
  createBusiness,
  createCustomer,
  createUser,
  customerOffline,
  customerOnline,
  decideDisplayName,
  decideOfficialAccount,
  decideTemplate,
  deleteAccount,
  deleteOwnMessage,
  editOwnMessage,
  endToken,
  estimateCost,
  exportWorld,
  freezeClock,
  getClock,
  getMessagingLimit,
  getRollout,
  getTemplateSettings,
  getWebhookFaults,
  getWorld,
  grantCredit,
  ignoreBusiness,
  importWorld,
  issueCode,
  issueToken,
  judgeDirectSend,
  listAccounts,
  listChats,
  listCodeMessages,
  listCustomers,
  listDeliveries,
  listEvents,
  listFaults,
  listRecipients,
  listRequests,
  listRules,
  listSnapshots,
  listTemplates,
  mediaContent,
  moveBusinessApp,
  openLink,
  openMessageLink,
  paceTemplate,
  play,
  raiseNumberThroughput,
  rateNumberQuality,
  react,
  readChat,
  readInbox,
  readLedger,
  redeliver,
  reinstateAccount,
  removeCustomer,
  removeFault,
  removeFaults,
  removeNumber,
  removeSnapshot,
  reportBusiness,
  resetWorld,
  restoreSnapshot,
  restrictAccount,
  resumeClock,
  reviewAccount,
  rotateAppSecret,
  say,
  scoreTemplate,
  setAccount,
  setDirectSend,
  setExperiment,
  setMarketingMessages,
  setMessagingLimit,
  setPreferences,
  setRouting,
  setTemplateSettings,
  setWebhookFaults,
  shareAccount,
  switchRule,
  syncTemplate,
  takeMeasure,
  takeSnapshot,
  tap,
  unblockBusiness,
  unshareAccount,
  upgradeSandboxNumber,
]
