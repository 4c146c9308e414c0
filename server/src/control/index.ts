import type { AnyKind } from '../graph/node.ts'
import type { Operation } from '../graph/operation.ts'
import { clickAd } from './ad.post.ts'
import { readChat } from './chat.post.ts'
import { listChats } from './chats.get.ts'
import { advanceClock, ClockNode, freezeClock, getClock, resumeClock } from './clock.ts'
import { CustomerNode, CustomersNode } from './customer.ts'
import { changeCustomer, createCustomer, listCustomers, removeCustomer } from './customers.ts'
import { DeliveriesNode, DeliveryNode, listDeliveries, redeliver } from './deliveries.ts'
import { deleteOwnMessage, editOwnMessage } from './edit.post.ts'
import { EventsNode, listEvents } from './events.get.ts'
import { changeCustomerNumber, changeCustomerPhone } from './identity.post.ts'
import { readInbox } from './inbox.get.ts'
import { openLink } from './link.post.ts'
import { mediaContent } from './media-content.get.ts'
import { play } from './play.post.ts'
import { setPreferences } from './preferences.ts'
import { blockBusiness, customerOffline, customerOnline, unblockBusiness } from './presence.ts'
import { react } from './react.post.ts'
import { listRequests, RequestsNode } from './requests.get.ts'
import { changeRollout, getRollout, RolloutNode } from './rollout.ts'
import { say } from './say.post.ts'
import { tap } from './tap.post.ts'
import { decideTemplate } from './template-review.post.ts'
import { listTemplates, TemplatesNode } from './templates.get.ts'
import { issueToken, TokensNode } from './tokens.ts'
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
  ClockNode,
  CustomerNode,
  CustomersNode,
  DeliveriesNode,
  DeliveryNode,
  EventsNode,
  RequestsNode,
  RolloutNode,
  TemplatesNode,
  TokensNode,
  WebhookFaultsNode,
  WebhookVersionsNode,
  WorldNode,
]

/** Every operation of the control API. */
export const controlOperations: readonly Operation[] = [
  advanceClock,
  blockBusiness,
  changeCustomer,
  changeCustomerNumber,
  changeCustomerPhone,
  changeRollout,
  changeWebhookVersion,
  clearWebhookFaults,
  clickAd,
  createCustomer,
  customerOffline,
  customerOnline,
  decideTemplate,
  deleteOwnMessage,
  editOwnMessage,
  exportWorld,
  freezeClock,
  getClock,
  getRollout,
  getWebhookFaults,
  getWorld,
  importWorld,
  issueToken,
  listChats,
  listCustomers,
  listDeliveries,
  listEvents,
  listRequests,
  listSnapshots,
  listTemplates,
  mediaContent,
  openLink,
  play,
  react,
  readChat,
  readInbox,
  redeliver,
  removeCustomer,
  removeSnapshot,
  resetWorld,
  restoreSnapshot,
  resumeClock,
  say,
  setPreferences,
  setWebhookFaults,
  takeSnapshot,
  tap,
  unblockBusiness,
]
