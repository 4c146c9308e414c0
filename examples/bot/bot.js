import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer } from 'node:http'

const { GRAPH_URL, ACCESS_TOKEN, VERIFY_TOKEN, APP_SECRET, PHONE_NUMBER_ID, PORT = 3000 } = process.env

createServer(async (request, response) => {
  const query = new URL(request.url, 'http://bot').searchParams
  if (request.method === 'GET') {
    const known = query.get('hub.verify_token') === VERIFY_TOKEN
    return response.writeHead(known ? 200 : 403).end(known ? query.get('hub.challenge') : '')
  }
  const body = Buffer.concat(await request.toArray())
  const signature = Buffer.from(`sha256=${createHmac('sha256', APP_SECRET).update(body).digest('hex')}`)
  const given = Buffer.from(request.headers['x-hub-signature-256'] ?? '')
  if (given.length !== signature.length || !timingSafeEqual(given, signature)) return response.writeHead(401).end()
  response.end()
  const values = JSON.parse(body).entry.flatMap(entry => entry.changes.map(change => change.value))
  for (const { from, text } of values.flatMap(value => value.messages ?? []).filter(one => one.type === 'text')) {
    const answer = { messaging_product: 'whatsapp', to: from, type: 'text', text: { body: `You said: ${text.body}` } }
    const headers = { authorization: `Bearer ${ACCESS_TOKEN}`, 'content-type': 'application/json' }
    const url = `${GRAPH_URL}/${PHONE_NUMBER_ID}/messages`
    const sent = await fetch(url, { method: 'POST', headers, body: JSON.stringify(answer) })
    console.log(`${from}: ${text.body} -> ${sent.status}`)
  }
}).listen(PORT, function () {
  console.log(`The bot listens on port ${this.address().port}.`)
})
