/** A Landline in a process of its own, with a world made for load; it tells when it is ready. */
import { startLandline } from '../server/src/index.ts'

const options = JSON.parse(process.argv[2]!) as {
  data: string
  numbers: number
  customers: number
  webhook?: string
}
const began = performance.now()
const landline = await startLandline({
  port: 0,
  data: options.data,
  logLevel: 'error',
  seed: {
    business: { name: 'Lucky Shrub', messaging_limit: 'TIER_UNLIMITED' },
    app: { name: 'Bench' },
    accounts: [
      {
        name: 'Bench',
        templates: [{ name: 'order_update', components: [{ type: 'BODY', text: 'Your order is on its way.' }] }],
        phone_numbers: Array.from({ length: options.numbers }, (_, i) => ({
          id: String(106540352240000 + i),
          phone: String(15550000000 + i),
          verified_name: `Number ${i}`,
          throughput: 'HIGH' as const,
          // The rule is on; its rate is set so high that it is the server that is measured.
          messages_per_second: 1_000_000,
        })),
      },
    ],
    customers: Array.from({ length: options.customers }, (_, i) => ({ phone: String(16502530000 + i), name: `C${i}` })),
  },
  ...(options.webhook ? { webhook: { url: options.webhook, verifyToken: 'bench', fields: ['messages'] } } : {}),
})
process.send?.({
  port: Number(new URL(landline.url).port),
  token: landline.access_token,
  ready: performance.now() - began,
  sinceStart: performance.now(),
  rss: process.memoryUsage().rss,
})
process.on('message', async message => {
  if (message === 'memory') process.send?.({ rss: process.memoryUsage().rss })
  if (message === 'stop') {
    await landline.close()
    process.exit(0)
  }
})
