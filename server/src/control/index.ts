import type { AnyKind } from '../graph/node.ts'
import type { Operation } from '../graph/operation.ts'
import { readChat } from './chat.post.ts'
import { listChats } from './chats.get.ts'
import { advanceClock, ClockNode, freezeClock, getClock, resumeClock } from './clock.ts'
import { CustomerNode, CustomersNode } from './customer.ts'
import { changeCustomer, createCustomer, listCustomers, removeCustomer } from './customers.ts'
import { DeliveriesNode, DeliveryNode, listDeliveries, redeliver } from './deliveries.ts'
import { EventsNode, listEvents } from './events.get.ts'
import { ignoreBusiness, reportBusiness } from './feedback.ts'
import { readInbox } from './inbox.get.ts'
import { mediaContent } from './media-content.get.ts'
import { rateNumberQuality } from './number-quality.post.ts'
import { blockBusiness, customerOffline, customerOnline, unblockBusiness } from './presence.ts'
import { react } from './react.post.ts'
import { listRequests, RequestsNode } from './requests.get.ts'
import { say } from './say.post.ts'
import { tap } from './tap.post.ts'
import { correctTemplate } from './template-category.post.ts'
import { paceTemplate } from './template-pacing.post.ts'
import { scoreTemplate } from './template-quality.post.ts'
import { decideTemplate } from './template-review.post.ts'
import { getTemplateSettings, setTemplateSettings } from './template-settings.ts'
import { listTemplates, TemplatesNode } from './templates.get.ts'
import { issueToken, TokensNode } from './tokens.ts'
import { clearWebhookFaults, getWebhookFaults, setWebhookFaults, WebhookFaultsNode } from './webhook-faults.ts'
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
  TemplatesNode,
  TokensNode,
  WebhookFaultsNode,
  WorldNode,
]

/** Every operation of the control API. */
export const controlOperations: readonly Operation[] = [
  advanceClock,
  blockBusiness,
  changeCustomer,
  clearWebhookFaults,
  correctTemplate,
  createCustomer,
  customerOffline,
  customerOnline,
  decideTemplate,
  exportWorld,
  freezeClock,
  getClock,
  getTemplateSettings,
  getWebhookFaults,
  getWorld,
  ignoreBusiness,
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
  paceTemplate,
  rateNumberQuality,
  react,
  readChat,
  readInbox,
  redeliver,
  removeCustomer,
  removeSnapshot,
  reportBusiness,
  resetWorld,
  restoreSnapshot,
  resumeClock,
  say,
  scoreTemplate,
  setTemplateSettings,
  setWebhookFaults,
  takeSnapshot,
  tap,
  unblockBusiness,
]
