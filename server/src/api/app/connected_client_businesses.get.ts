import type { Business } from '../../domain/accounts/model.ts'
import type { Stored } from '../../domain/stored.ts'
import { listing, NoParams } from '../../graph/operation.ts'
import { pageOf } from '../../store/records.ts'
import { BusinessNode } from '../business/node.ts'
import { AppNode } from './node.ts'

export const listClientBusinesses = listing(
  {
    on: AppNode,
    edge: 'connected_client_businesses',
    of: BusinessNode,
    name: 'listClientBusinesses',
    summary: 'Portfolios of customers with an account that the app is subscribed to.',
    docs: 'solution-providers/manage-accounts',
    access: 'token',
    params: NoParams,
  },
  async ({ node: app, read }, page) => {
    const clients = new Map<string, Stored<Business>>()
    for (const { account_id } of await read.subscribedApps.ofApp(app.id)) {
      const account = await read.accounts.find(account_id)
      const business = account && (await read.businesses.find(account.business_id))
      if (business && business.id !== app.business_id) clients.set(business.id, business)
    }
    const sorted = [...clients.values()].sort((a, b) => Number(a.id) - Number(b.id))
    return pageOf(sorted, business => business.id, page)
  },
)
