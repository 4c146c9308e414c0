import type { AnyKind } from '../graph/node.ts'
import type { Operation } from '../graph/operation.ts'
import { AccountsNode, createAccount, listAccounts } from './accounts/accounts.ts'
import { alertAccount } from './accounts/alert.post.ts'
import { banAccount } from './accounts/ban.post.ts'
import { judgeDirectSend, setDirectSend } from './accounts/direct-send.post.ts'
import { setMarketingMessages } from './accounts/marketing-messages.post.ts'
import { deleteAccount } from './accounts/node.delete.ts'
import { reinstateAccount } from './accounts/reinstate.post.ts'
import { restrictAccount } from './accounts/restrict.post.ts'
import { reviewAccount } from './accounts/review.post.ts'
import { setAccount } from './accounts/settings.post.ts'
import { shareAccount, unshareAccount } from './accounts/share.post.ts'
import { clickAd } from './ad.post.ts'
import { AppsNode, changeApp, createApp, rotateAppSecret } from './apps.ts'
import { BusinessesNode, changeBusiness, createBusiness, grantCredit } from './businesses.ts'
import { readChat } from './chat.post.ts'
import { listChats } from './chats.get.ts'
import { advanceClock, ClockNode, freezeClock, getClock, resumeClock } from './clock.ts'
import { CodesNode, issueCode } from './codes.ts'
import { CustomerNode, CustomersNode } from './customer.ts'
import { changeCustomer, createCustomer, listCustomers, removeCustomer } from './customers.ts'
import { DeliveriesNode, DeliveryNode, listDeliveries, redeliver } from './deliveries.ts'
import { deleteOwnMessage, editOwnMessage } from './edit.post.ts'
import { EstimateNode, estimateCost } from './estimate.post.ts'
import { EventsNode, listEvents } from './events.get.ts'
import { setExperiment } from './experiment.ts'
import { addFault, FaultNode, FaultsNode, listFaults, removeFault, removeFaults } from './faults.ts'
import { ignoreBusiness, reportBusiness } from './feedback.ts'
import { changeCustomerNumber, changeCustomerPhone } from './identity.post.ts'
import { readInbox } from './inbox.get.ts'
import { LedgerNode, readLedger } from './ledger.get.ts'
import { openLink } from './link.post.ts'
import { mediaContent } from './media-content.get.ts'
import { MessageLinkNode, openMessageLink } from './message-link.ts'
import { getMessagingLimit, setMessagingLimit } from './messaging-limit.ts'
import { decideDisplayName } from './name-review.post.ts'
import { removeNumber } from './number.delete.ts'
import { moveBusinessApp } from './number-business-app.post.ts'
import { upgradeSandboxNumber } from './number-go-live.post.ts'
import { changePinByHand } from './number-pin.post.ts'
import { rateNumberQuality } from './number-quality.post.ts'
import { takeMeasure } from './number-status.post.ts'
import { raiseNumberThroughput } from './number-throughput.post.ts'
import { decideOfficialAccount } from './official-account-review.post.ts'
import { play } from './play.post.ts'
import { setPreferences } from './preferences.ts'
import { blockBusiness, customerOffline, customerOnline, unblockBusiness } from './presence.ts'
import { react } from './react.post.ts'
import { changeRecipients, listRecipients } from './recipients.ts'
import { listRequests, RequestsNode } from './requests.get.ts'
import { changeRollout, getRollout, RolloutNode } from './rollout.ts'
import { setRouting } from './routing.post.ts'
import { listRules, RulesNode, switchRule } from './rules.ts'
import { say } from './say.post.ts'
import { listCodeMessages, SmsNode } from './sms.get.ts'
import { tap } from './tap.post.ts'
import { correctTemplate } from './template-category.post.ts'
import { paceTemplate } from './template-pacing.post.ts'
import { scoreTemplate } from './template-quality.post.ts'
import { decideTemplate } from './template-review.post.ts'
import { getTemplateSettings, setTemplateSettings } from './template-settings.ts'
import { syncTemplate } from './template-sync.post.ts'
import { listTemplates, TemplatesNode } from './templates.get.ts'
import { endToken, issueToken, TokensNode } from './tokens.ts'
import { changeUsernameInApp } from './username-in-app.post.ts'
import { createUser, UsersNode } from './users.ts'
import { clearWebhookFaults, getWebhookFaults, setWebhookFaults, WebhookFaultsNode } from './webhook-faults.ts'
import { changeWebhookVersion, WebhookVersionsNode } from './webhook-version.post.ts'
import { getWorld, resetWorld, WorldNode } from './world.ts'
import {
  exportWorld,
  importWorld,
  listSnapshots,
  removeSnapshot,
  restoreSnapshot,
  takeSnapshot,
} from './world-files.ts'

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
