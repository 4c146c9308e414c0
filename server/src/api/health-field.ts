import { z } from 'zod'
import { accountHealth, appHealth, businessHealth, type EntityHealth, healthStatus } from '../domain/health.ts'
import type { Field } from '../graph/node.ts'

const CanSend = z.enum(['AVAILABLE', 'LIMITED', 'BLOCKED'])

const HealthStatus = z.looseObject({
  can_send_message: CanSend,
  entities: z.array(z.looseObject({ entity_type: z.string(), id: z.string(), can_send_message: CanSend })),
})

/**
 * `health_status` of something that belongs to an account: itself first, then everything above it. `ofApp` is what the
 * entity of the app says besides.
 */
export const HealthField = <N extends { account_id: string }>(
  own: (node: N) => EntityHealth,
  ofApp: (node: N) => Partial<EntityHealth> = () => ({}),
): Field<N> => ({
  schema: HealthStatus,
  async read(node, { read, now, appId }) {
    const account = await read.accounts.find(node.account_id)
    const business = account && (await read.businesses.find(account.business_id))
    return healthStatus([
      own(node),
      ...(account ? [accountHealth(account, now)] : []),
      ...(business ? [businessHealth(business)] : []),
      ...(appId === undefined ? [] : [{ ...appHealth({ id: appId }), ...ofApp(node) }]),
    ])
  },
})
