import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { AccountNode } from '../api/account/node.ts'
import { AppNode } from '../api/app/node.ts'
import { BusinessNode } from '../api/business/node.ts'
import { MediaNode } from '../api/media/node.ts'
import { sendMessage } from '../api/phone-number/messages.post.ts'
import { PhoneNumberNode } from '../api/phone-number/node.ts'
import { TemplateNode } from '../api/template/node.ts'
import type { Event } from '../events/event.ts'
import { dispatch, type Kernel } from '../graph/dispatch.ts'
import type { Blobs, Io } from '../graph/io.ts'
import type { RawParams } from '../graph/params.ts'
import { makeRegistry } from '../graph/registry.ts'
import { carryMessage } from '../jobs/carry-message.ts'
import { worldClock } from '../runtime/clock.ts'
import { makeIds } from '../runtime/ids.ts'
import { seededRandom } from '../runtime/random.ts'
import { openSqlite } from '../store/sqlite/open.ts'
import { makeStore, type Unit } from '../store/store.ts'
import { foundWorld } from '../world/found.ts'
import { controlKinds, controlOperations } from './index.ts'

const TOKEN = 'EAAtest'
const CUSTOMER = '16505551234'

/** A world in memory, with a control API and a way to send, for tests. */
export async function testWorld() {
  const random = seededRandom('control')
  const clock = worldClock(() => 0, { mode: 'frozen', at: Date.UTC(2026, 0, 15) })
  const ticks = { last: 0 }
  const events: Event[] = []
  const store = makeStore({
    driver: openSqlite(),
    now: clock.now,
    ids: name => makeIds(clock.now, random.child(name), ticks),
    beforeCommit: async recorded => void events.push(...recorded),
  })
  await foundWorld(store, {}, { access_token: TOKEN, app_secret: 'secret' })
  const nextCommit = (until: AbortSignal) =>
    new Promise<void>(resolve => until.addEventListener('abort', () => resolve(), { once: true }))
  const io = { blobs: memoryBlobs(), nextCommit, ending: new AbortController().signal } as unknown as Io
  const kernel: Kernel = {
    registry: makeRegistry(
      [AccountNode, AppNode, BusinessNode, MediaNode, PhoneNumberNode, TemplateNode, ...controlKinds],
      [sendMessage, ...controlOperations],
    ),
    store,
    io,
    now: clock.now,
    ids: makeIds(clock.now, random, ticks),
    sign: text => createHash('sha256').update(text).digest('hex'),
    checkAnswers: true,
  }
  let calls = 0
  const call = async (method: string, path: string, params: RawParams = {}, token?: string) => {
    const realm = token === undefined ? ('control' as const) : ('graph' as const)
    const segments = path.split('/').filter(Boolean)
    const request = { realm, method, path: segments, params, baseUrl: 'http://here', name: `call-${calls++}` }
    const answer = await dispatch(kernel, token === undefined ? request : { ...request, token })
    if (answer.ok) return answer.body as Answer
    if (answer.cause) throw answer.cause
    return { refused: answer.refusal.details ?? answer.refusal.message } as unknown as Answer
  }
  const [number] = await store.read.numbers.all()
  return {
    number: number!,
    store,
    events,
    clock,
    customer: (method: string, edge: string, params?: RawParams) =>
      call(method, `customers/${CUSTOMER}/${edge}`, params),
    control: (method: string, path: string, params?: RawParams) => call(method, path, params),
    /** The business sends, and the network carries. */
    async send(message: RawParams): Promise<string> {
      const sent = await call(
        'POST',
        `${number!.id}/messages`,
        { messaging_product: 'whatsapp', to: CUSTOMER, ...message },
        TOKEN,
      )
      const wamid = sent.messages?.[0]?.id
      if (!wamid) throw new Error(JSON.stringify(sent))
      const carry = carryMessage.run as unknown as (
        payload: { wamid: string },
        unit: Unit,
        before: object,
      ) => Promise<void>
      await store.run(unit => carry({ wamid }, unit, {}))
      return wamid
    },
  }
}

/** As much of the answers as tests look into. */
interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: answers of all operations
  [member: string]: any
}

function memoryBlobs(): Blobs {
  const kept = new Map<string, Buffer>()
  return {
    async put(bytes) {
      const content = bytes instanceof Uint8Array ? Buffer.from(bytes) : await buffer(bytes)
      const blob = `blob-${kept.size}`
      kept.set(blob, content)
      return { blob, file_size: content.length, sha256: createHash('sha256').update(content).digest('hex') }
    },
    async get(blob) {
      const content = kept.get(blob)
      return content && Readable.from([content])
    },
    head: async (blob, length) => kept.get(blob)!.subarray(0, length),
    async remove(blob) {
      kept.delete(blob)
    },
  }
}
