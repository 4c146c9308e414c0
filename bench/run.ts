/**
 * `npm run bench`: in one run, requests per second and p99 of a bare Fastify echo and of durable sends with all rules
 * on, then the whole way with all webhooks. Ratios are against the echo of the same run, because machines differ.
 * `npm run bench -- 2` makes each part two seconds long (default 5); `npm run bench -- 600 --only c1000` runs some of the
 * parts only: `a`, `b1`, `b50`, `c1000`, `lively`, `cflat`, `grown`, `start`.
 */
import { type ChildProcess, execFile, fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs, promisify } from 'node:util'
import { fillMessages } from './fill.ts'

const { values, positionals } = parseArgs({ options: { only: { type: 'string' } }, allowPositionals: true })
const seconds = Number(positionals[0] ?? 5)
const PARTS = ['a', 'b1', 'b50', 'c1000', 'lively', 'cflat', 'grown', 'start']
const chosen = values.only?.split(',') ?? PARTS
const unknown = chosen.filter(part => !PARTS.includes(part))
if (unknown.length > 0 || !(seconds > 0)) {
  console.error(`usage: npm run bench -- [SECONDS] [--only ${PARTS.join(',')}]`)
  process.exit(1)
}
const runs = (part: string) => chosen.includes(part)
const CONNECTIONS = 50
const CUSTOMERS = 10_000
/** Messages in the database that has grown. */
const STORED = 1_000_000
const here = import.meta.dirname

interface Result {
  accepted: number
  /** Messages that customers have read, and those that they have written. */
  read: number
  said: number
  refused: number
  refusals: Record<string, number>
  perSecond: number
  p50: number
  p99: number
  /** Of the first and the last tenth of the time. */
  first: { p50: number; p99: number }
  last: { p50: number; p99: number }
}

// biome-ignore lint/suspicious/noExplicitAny: children tell plain facts
const told = (child: ChildProcess): Promise<any> => new Promise(resolve => child.once('message', resolve))

async function load(
  port: number,
  paths: string[],
  token: string,
  rate = 0,
  length = seconds,
  more: { template?: string; lively?: boolean } = {},
): Promise<Result> {
  const argument = JSON.stringify({
    port,
    connections: CONNECTIONS,
    seconds: length,
    paths,
    token,
    customers: CUSTOMERS,
    rate,
    ...more,
  })
  const { stdout } = await promisify(execFile)(process.execPath, [join(here, 'load.ts'), argument])
  return JSON.parse(stdout) as Result
}

async function withServer<T>(
  numbers: number,
  webhook: string | undefined,
  run: (facts: { port: number; token: string; child: ChildProcess; ready: number; rss: number }) => Promise<T>,
  data = mkdtempSync(join(tmpdir(), 'landline-bench-')),
  keep = false,
): Promise<T> {
  const options = JSON.stringify({ data, numbers, customers: CUSTOMERS, ...(webhook ? { webhook } : {}) })
  const child = fork(join(here, 'server.ts'), [options], {
    execArgv: process.env.BENCH_PROFILE ? ['--cpu-prof', `--cpu-prof-dir=${process.env.BENCH_PROFILE}`] : [],
  })
  try {
    const facts = await told(child)
    return await run({ ...facts, child })
  } finally {
    const gone = new Promise(resolve => child.once('exit', resolve))
    child.send('stop')
    await gone
    if (!keep) rmSync(data, { recursive: true, force: true })
  }
}

const pathsOf = (numbers: number) => Array.from({ length: numbers }, (_, i) => `/v25.0/${106540352240000 + i}/messages`)
const show = (name: string, result: Result, base?: Result) =>
  console.log(
    `${name.padEnd(46)} ${String(result.perSecond).padStart(7)}/s  p50 ${result.p50} ms  p99 ${result.p99} ms` +
      (base ? `  ${(result.perSecond / base.perSecond).toFixed(2)} of echo` : '') +
      (result.refused ? `  refused ${JSON.stringify(result.refusals)}` : ''),
  )

const base = runs('a') || runs('b1') || runs('b50') ? await bareEcho() : undefined

async function bareEcho(): Promise<Result> {
  const echo = fork(join(here, 'echo.ts'))
  const { port } = await told(echo)
  await load(port, ['/v25.0/1/messages'], 'x', 0, 1)
  const result = await load(port, ['/v25.0/1/messages'], 'x')
  echo.kill()
  show('(a) bare Fastify echo', result)
  return result
}

for (const numbers of [1, 50]) {
  if (!runs(`b${numbers}`)) continue
  await withServer(numbers, undefined, async ({ port, token }) => {
    // Everybody is written to once before it counts: caches and the compiler are warm, as in a server that runs.
    await load(port, pathsOf(numbers), token, 0, Math.max(3, seconds))
    show(
      `(b) durable sends, all rules, ${numbers} number${numbers > 1 ? 's' : ''}`,
      await load(port, pathsOf(numbers), token),
      base,
    )
  })
}

if (runs('grown')) await grown()

/** Whether a send costs more when a million messages lie in the database: the same load before and after. */
async function grown(): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'landline-bench-'))
  const measure = (last: boolean) =>
    withServer(
      1,
      undefined,
      async ({ port, token }) => {
        await load(port, pathsOf(1), token, 0, Math.max(3, seconds))
        return load(port, pathsOf(1), token)
      },
      data,
      !last,
    )
  const empty = await measure(false)
  show('(d) durable sends, a new database', empty)
  await fillMessages(data, STORED, CUSTOMERS)
  const full = await measure(true)
  show(`(d) with ${STORED.toLocaleString('en')} messages stored`, full)
  console.log(`    ${(full.perSecond / empty.perSecond).toFixed(2)} of the rate of the new one`)
}

const receiver = fork(join(here, 'receiver.ts'))
const { port: receiverPort } = await told(receiver)
const counts = async () => {
  const answer = told(receiver)
  receiver.send('counts')
  return (await answer) as { notifications: number; seen: Record<string, number> }
}
/** The whole way: sends, and what customers do, with every webhook delivered. */
interface Way {
  part: string
  name: string
  /** Requests a second; 0 for as many as go. */
  rate: number
  lively?: boolean
}
const WAYS: readonly Way[] = [
  { part: 'c1000', name: '1000 sends/s', rate: 1000 },
  { part: 'lively', name: '1000 sends/s, 1000 chats opened, 300 answers', rate: 2300, lively: true },
  { part: 'cflat', name: 'flat out', rate: 0 },
]
for (const way of WAYS) if (runs(way.part)) await wholeWay(way)

async function wholeWay({ name, rate, lively = false }: Way): Promise<void> {
  const before = await counts()
  await withServer(1, `http://127.0.0.1:${receiverPort}/`, async ({ port, token, child }) => {
    const memory = async () => {
      const answer = told(child)
      child.send('memory')
      return Math.round((await answer).rss / 1e6)
    }
    const early = new Promise(resolve => setTimeout(resolve, seconds * 100)).then(memory)
    const result = await load(port, pathsOf(1), token, rate, seconds, { template: 'order_update', lively })
    const late = await memory()
    show(`(c) ${name}`, result, base)
    // Each message is sent and delivered, some are read, and some are answered.
    const expected = result.accepted * 2 + result.read + result.said
    const began = performance.now()
    const arrived = async () => {
      const { seen } = await counts()
      return Object.keys(seen).reduce((sum, kind) => sum + seen[kind]! - (before.seen[kind] ?? 0), 0)
    }
    let got = await arrived()
    let earlier = -1
    // Drains until nothing comes any more.
    while (got < expected && (got !== earlier || performance.now() - began < 10_000)) {
      earlier = got
      await new Promise(resolve => setTimeout(resolve, 1000))
      got = await arrived()
    }
    const { notifications } = await counts()
    console.log(
      `    accepted ${result.accepted}, read ${result.read}, answered ${result.said}; by webhook came ${got}` +
        ` (${Math.round(got / seconds)}/s) in ${notifications - before.notifications} notifications` +
        `, lost ${Math.max(0, expected - got)}, drained in ${((performance.now() - began) / 1000).toFixed(1)} s`,
    )
    const { first, last } = result
    console.log(
      `    first tenth and last tenth: p50 ${first.p50} and ${last.p50} ms, p99 ${first.p99} and ${last.p99} ms,` +
        ` server memory ${await early} and ${late} MB, drained ${await memory()} MB`,
    )
  })
}
receiver.kill()
if (runs('start')) await startUp()

/** Start-up and idle memory of the built program, as people start it. */
async function startUp(): Promise<void> {
  const { spawn } = await import('node:child_process')
  const { readFileSync } = await import('node:fs')
  const began = performance.now()
  const child = spawn(
    process.execPath,
    [join(here, '../server/bin/landline.js'), 'start', '--json', '--memory', '--port', '0'],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  await new Promise(resolve => child.stdout.once('data', resolve))
  const ready = performance.now() - began
  await new Promise(resolve => setTimeout(resolve, 1000))
  const rss = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1000
  console.log(`ready in ${Math.round(ready)} ms, idle memory ${Math.round(rss)} MB`)
  child.kill('SIGTERM')
}
