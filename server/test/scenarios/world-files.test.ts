import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { startPostgres } from '../postgres.ts'
import { receiver, TUESDAY, text, world } from '../world.ts'

const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
type World = Awaited<ReturnType<typeof world>>
const open: { close(): Promise<unknown> }[] = []
const opened = async (options: Parameters<typeof world>[0] = {}): Promise<World> => {
  const w = await world(options)
  open.push(w.landline)
  return w
}
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})

async function exported(w: World): Promise<Buffer> {
  const response = await fetch(`${w.landline.url}/control/world/export`)
  expect(response.headers.get('content-type')).toBe('application/gzip')
  return Buffer.from(await response.arrayBuffer())
}

async function imported(
  w: World,
  file: Buffer,
): Promise<{ status: number; body: { at?: number; error?: { message: string } } }> {
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(file)]), 'world.landline')
  const response = await fetch(`${w.landline.url}/control/world/import`, { method: 'POST', body: form })
  return { status: response.status, body: (await response.json()) as { at?: number } }
}

const inbox = async (w: World, customer: string): Promise<string[]> => {
  const { body } = await w.control('GET', `customers/${customer}/inbox`)
  return body.data.map((one: { content: { body?: string }; type: string }) => one.content.body ?? one.type)
}

describe('a world file', () => {
  test('carries a world to another server: people, chats, media, clock, and what is still due', async () => {
    const here = await opened()
    const customer = here.landline.customer
    await here.control('POST', 'customers', { wa_id: '16505550199', name: 'Pablo' })
    await here.says('Where are my plants?')
    const said = await here.control('POST', `customers/${customer}/say`, {
      image: { data: PICTURE.toString('base64') },
    })
    expect(said.status).toBe(200)
    await here.control('POST', `customers/${customer}/offline`, {})
    await here.sends(text('On their way.'))
    await here.advance('2h')
    const file = await exported(here)

    const there = await opened({ accessToken: 'EAAthere' })
    expect(await imported(there, file)).toMatchObject({ status: 200, body: { at: TUESDAY + 7_200_000 } })
    expect((await there.control('GET', 'clock')).body).toMatchObject({ mode: 'frozen', now: TUESDAY + 7_200_000 })
    expect(await inbox(there, customer)).toEqual(await inbox(here, customer))
    const media = async (w: World): Promise<Buffer> => {
      const { body } = await w.control('GET', `events?type=message.received`)
      const { image } = body.data.at(-1).message.content
      const link = (await w.graph('GET', image?.id ?? body.data.at(-1).message.content.id)).body.url
      const response = await fetch(link, { headers: { authorization: `Bearer ${w.landline.access_token}` } })
      return Buffer.from(await response.arrayBuffer())
    }
    expect(await media(there)).toEqual(PICTURE)
    // The message that waited for the phone still waits, and arrives when the phone is back.
    await there.control('POST', `customers/${customer}/online`, {})
    expect(await inbox(there, customer)).toContain('On their way.')
    expect((await there.control('GET', 'customers/16505550199')).body.name).toBe('Pablo')
  })

  test('leaves the credentials that the server has handed out as they are', async () => {
    const file = await exported(await opened())
    const there = await opened({ accessToken: 'EAAthere', appSecret: 'a'.repeat(32) })
    await imported(there, file)
    expect((await there.graph('GET', 'me')).status).toBe(200)
    expect((await there.graph('GET', `${there.landline.app_id}/subscriptions`, undefined, there.appToken)).status).toBe(
      200,
    )
  })

  test('keeps webhooks that have not arrived, and they go out from the new server', async () => {
    const bot = await receiver()
    open.push(bot)
    bot.state.status = 500
    const here = await opened({ retryProfile: 'meta', webhook: { url: bot.url, verifyToken: bot.verifyToken } })
    await here.says('Anybody there?')
    await here.advance('1s')
    const file = await exported(here)
    await here.landline.close()
    bot.state.status = 200
    const there = await opened({ retryProfile: 'meta' })
    await imported(there, file)
    await there.advance('1h')
    expect(bot.messages().map(message => message.text.body)).toEqual(['Anybody there?'])
  })

  test.each([
    ['is no gzip', () => Buffer.from('hello'), 'no world file'],
    ['was cut off', (file: Buffer) => file.subarray(0, file.length / 2), 'no world file'],
    [
      'lost its end',
      (file: Buffer) => gzipSync(gunzipSync(file).subarray(0, -150)),
      'cut off or changed|no world file',
    ],
    [
      'was changed',
      (file: Buffer) => gzipSync(gunzipSync(file).toString().replace('Lucky Shrub', 'Lucky Shrab')),
      'cut off or changed',
    ],
    [
      'is of a newer format',
      (file: Buffer) => gzipSync(gunzipSync(file).toString().replace('"format":1', '"format":9')),
      'version 9',
    ],
    ['is empty', () => gzipSync(''), 'cut off'],
    ['is of other lines', () => gzipSync('{"a":1}\n'), 'no world file'],
  ])('that %s is refused, and the world stays as it is', async (_, spoil, sentence) => {
    const w = await opened()
    await w.says('Still here?')
    const { status, body } = await imported(w, spoil(await exported(w)))
    expect(status).toBe(400)
    expect(body.error!.message).toMatch(new RegExp(sentence))
    expect(await inbox(w, w.landline.customer)).toEqual(['Still here?'])
  })
})

test('a world moves from the embedded database to PostgreSQL and back', async () => {
  const server = await startPostgres()
  try {
    const here = await opened()
    await here.says('From one to the other')
    await here.control('POST', `customers/${here.landline.customer}/offline`, {})
    await here.sends(text('Still on its way'))
    await here.advance('1s')
    const there = await opened({ databaseUrl: await server.another() })
    expect((await imported(there, await exported(here))).status).toBe(200)
    expect(await inbox(there, there.landline.customer)).toEqual(['From one to the other'])
    await there.control('POST', `customers/${there.landline.customer}/online`, {})
    const back = await opened()
    expect((await imported(back, await exported(there))).status).toBe(200)
    expect(await inbox(back, back.landline.customer)).toEqual(['From one to the other', 'Still on its way'])
  } finally {
    for (const one of open.splice(0)) await one.close()
    await server.stop()
  }
})

test('a new server can begin with a world file, and says what is wrong with one', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'landline-world-'))
  try {
    const here = await opened()
    await here.says('From the file')
    const path = join(folder, 'world.landline')
    writeFileSync(path, await exported(here))
    const there = await opened({ world: path })
    expect(await inbox(there, there.landline.customer)).toEqual(['From the file'])
    await expect(opened({ world: join(folder, 'none') })).rejects.toThrow(/There is no world file/)
    writeFileSync(path, 'spoilt')
    await expect(opened({ world: path })).rejects.toThrow(/no world file/)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

describe('a snapshot', () => {
  test('brings a world back, its clock included, as often as wanted', async () => {
    const w = await opened()
    await w.says('Before')
    expect((await w.control('POST', 'world/snapshots', { name: 'start' })).body).toMatchObject({ name: 'start' })
    for (const said of ['one', 'two']) {
      await w.says(said)
      await w.advance('30h')
      expect((await w.control('POST', 'world/restore', { name: 'start' })).body).toEqual({ success: true, at: TUESDAY })
      expect(await inbox(w, w.landline.customer)).toEqual(['Before'])
      expect((await w.control('GET', 'clock')).body.now).toBe(TUESDAY)
    }
    // The window is open again.
    expect((await w.sends(text('Free-form'))).status).toBe(200)
    await w.advance('1s')
    expect(await inbox(w, w.landline.customer)).toEqual(['Before', 'Free-form'])
  })

  test('is listed, and forgotten when told so', async () => {
    const w = await opened()
    await w.control('POST', 'world/snapshots', { name: 'a' })
    expect((await w.control('GET', 'world/snapshots')).body.data).toMatchObject([{ name: 'a' }])
    expect((await w.control('DELETE', 'world/snapshots?name=a')).status).toBe(200)
    expect((await w.control('DELETE', 'world/snapshots?name=a')).body.error.message).toContain(
      'There is no snapshot "a".',
    )
    expect((await w.control('POST', 'world/restore', { name: 'a' })).body.error.message).toContain('no snapshot')
    expect((await w.control('POST', 'world/snapshots', { name: '../a' })).status).toBe(400)
  })

  test('survives a restart with a data folder', async () => {
    const data = mkdtempSync(join(tmpdir(), 'landline-snapshots-'))
    try {
      const first = await opened({ memory: false, data })
      await first.says('Kept')
      await first.control('POST', 'world/snapshots', { name: 'kept' })
      await first.control('POST', 'world/reset', {})
      await first.landline.close()
      const second = await opened({ memory: false, data })
      await second.control('POST', 'world/restore', { name: 'kept' })
      expect(await inbox(second, second.landline.customer)).toEqual(['Kept'])
    } finally {
      for (const one of open.splice(0)) await one.close()
      rmSync(data, { recursive: true, force: true })
    }
  })
})
