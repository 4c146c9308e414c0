/**
 * A load generator in a process of its own: keeps so many requests going over keep-alive connections, over raw sockets,
 * because a full client costs more than the server it measures.
 * With `lively`, customers live: of 23 requests, 10 send, 10 let a customer open the chat, and 3 let one write.
 * Usage: node load.ts '{"port":4400,"connections":50,"seconds":5,"paths":["/…"],"token":"…","customers":10000,"rate":0}'
 */
import { connect } from 'node:net'

interface Load {
  port: number
  connections: number
  seconds: number
  paths: string[]
  token: string
  customers: number
  /** A template's name: what may be sent to people who have not written. Otherwise text. */
  template?: string
  /** Requests a second in all; 0 for as many as go. */
  rate: number
  lively?: boolean
}

const load = JSON.parse(process.argv[2]!) as Load
/** In the order of their ends, with the instant of each: a long run is compared with itself. */
const latencies: number[] = []
const ends: number[] = []
let accepted = 0
/** Messages that customers have read, and those they have written. */
let read = 0
let said = 0
let refused = 0
let started = 0
const refusals: Record<string, number> = {}
const begin = performance.now()
const end = begin + load.seconds * 1000

type Act = 'send' | 'read' | 'say'
/** A round of a lively world, and the places in it at which a customer writes. */
const ROUND = 23
const SAYS: readonly number[] = [7, 15, 22]
/** Customers look at their phones this many messages later. */
const LATER = 500

/** The customer whose turn it is, by how many messages were sent before. */
const customerOf = (sent: number): number => 16502530000 + (sent % load.customers)

function post(path: string, body: string): string {
  return (
    `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1:${load.port}\r\nauthorization: Bearer ${load.token}\r\n` +
    `content-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`
  )
}

let turns = 0
function actOf(i: number): Act {
  if (!load.lively) return 'send'
  if (SAYS.includes(i % ROUND)) return 'say'
  return turns++ % 2 === 0 ? 'send' : 'read'
}

let sends = 0
function requestOf(act: Act): string {
  if (act === 'send') return send(sends++)
  const customer = customerOf(sends + load.customers - LATER)
  return act === 'read'
    ? post(`/control/customers/${customer}/read`, '{}')
    : post(`/control/customers/${customer}/say`, `{"text":"Thank you, that was number ${sends}."}`)
}

function send(i: number): string {
  const to = customerOf(i)
  const content = load.template
    ? `"type":"template","template":{"name":"${load.template}","language":{"code":"en_US"}}`
    : `"type":"text","text":{"body":"Your order ${i} is on its way."}`
  const body = `{"messaging_product":"whatsapp","recipient_type":"individual","to":"${to}",${content}}`
  return post(load.paths[i % load.paths.length]!, body)
}

function client(): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(load.port, '127.0.0.1')
    socket.setNoDelay(true)
    let sentAt = 0
    let buffer = ''
    let act: Act = 'send'
    const next = () => {
      const now = performance.now()
      if (now >= end) return socket.end(resolve)
      if (load.rate > 0) {
        const due = begin + (started / load.rate) * 1000
        if (due > now) return void setTimeout(next, due - now)
      }
      sentAt = performance.now()
      act = actOf(started++)
      socket.write(requestOf(act))
    }
    socket.on('connect', next)
    socket.on('error', reject)
    socket.setEncoding('latin1')
    socket.on('data', (chunk: string) => {
      buffer += chunk
      const head = buffer.indexOf('\r\n\r\n')
      if (head < 0) return
      const length = Number(/content-length: (\d+)/i.exec(buffer)?.[1] ?? 0)
      if (buffer.length < head + 4 + length) return
      const ended = performance.now()
      latencies.push(ended - sentAt)
      ends.push(ended)
      if (buffer.startsWith('HTTP/1.1 200')) count(act, buffer)
      else {
        refused++
        const code = /"code":(\d+)/.exec(buffer)?.[1] ?? '?'
        refusals[code] = (refusals[code] ?? 0) + 1
      }
      buffer = ''
      next()
    })
  })
}

function count(act: Act, answer: string): void {
  if (act === 'send') accepted++
  else if (act === 'say') said++
  else read += Number(/"read":(\d+)/.exec(answer)?.[1])
}

await Promise.all(Array.from({ length: load.connections }, client))
const seconds = (performance.now() - begin) / 1000
const at = (list: readonly number[], share: number) =>
  Math.round((list[Math.floor(list.length * share)] ?? 0) * 100) / 100
const sorted = (list: readonly number[]) => list.toSorted((a, b) => a - b)
const tenth = (load.seconds * 1000) / 10
const all = sorted(latencies)
const first = sorted(latencies.filter((_, i) => ends[i]! < begin + tenth))
const last = sorted(latencies.filter((_, i) => ends[i]! >= end - tenth && ends[i]! < end))
console.log(
  JSON.stringify({
    accepted,
    read,
    said,
    refused,
    refusals,
    perSecond: Math.round(latencies.length / seconds),
    p50: at(all, 0.5),
    p99: at(all, 0.99),
    first: { p50: at(first, 0.5), p99: at(first, 0.99) },
    last: { p50: at(last, 0.5), p99: at(last, 0.99) },
  }),
)
