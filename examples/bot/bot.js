import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer } from 'node:http'

const { GRAPH_URL, ACCESS_TOKEN, VERIFY_TOKEN, APP_SECRET, PHONE_NUMBER_ID, PORT = 3000 } = process.env
const headers = { authorization: `Bearer ${ACCESS_TOKEN}`, 'content-type': 'application/json' }
const server = createServer(async (request, response) => {
  const query = new URL(request.url, 'http://bot').searchParams
  if (query.get('hub.verify_token') === VERIFY_TOKEN) return response.end(query.get('hub.challenge'))
  const bytes = Buffer.concat(await request.toArray().catch(() => []))
  const right = Buffer.from(`sha256=${createHmac('sha256', APP_SECRET).update(bytes).digest('hex')}`)
  const given = Buffer.from(request.headers['x-hub-signature-256'] ?? '')
  if (given.length !== right.length || !timingSafeEqual(given, right)) return response.writeHead(401).end()
  response.end()
  const values = JSON.parse(bytes).entry.flatMap(entry => entry.changes.map(change => change.value))
  for (const { from, text } of values.flatMap(value => value.messages ?? []).filter(one => one.type === 'text')) {
    const body = JSON.stringify({ messaging_product: 'whatsapp', to: from, text: { body: `You said: ${text.body}` } })
    await fetch(`${GRAPH_URL}/${PHONE_NUMBER_ID}/messages`, { method: 'POST', headers, body }).catch(console.error)
  }
})
server.listen(PORT, () => console.log(`The bot listens on port ${server.address().port}.`))
