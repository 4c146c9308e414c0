import { beforeAll, expect, test } from 'vitest'
import { handle, png } from '../media.ts'
import { fileWorld } from '../shared-world.ts'
import { hello, world } from '../world.ts'

let template: string
const w = await fileWorld()
beforeAll(async () => {
  template = (await w.graph('GET', `${w.landline.waba_id}/message_templates`)).body.data[0].id
})

test('D81: calls are answered while throughput is raised', async () => {
  await w.control('POST', `numbers/${w.landline.phone_number_id}/throughput`, { level: 'HIGH' })
  expect((await w.sends(hello)).status).toBe(200)
})

test('D82: utility messages are sent while they are said to be rate limited, until a fault refuses them', async () => {
  const types = ['RATE_LIMITED_UTILITY_TEMPLATE_MESSAGING']
  const violation = 'UTILITY_TEMPLATE_ABUSE_RATE_LIMIT'
  expect((await w.control('POST', `accounts/${w.landline.waba_id}/restrict`, { violation, types })).status).toBe(200)
  expect((await w.sends(hello)).status).toBe(200)
  expect((await w.control('POST', 'faults', { code: 131064, operation: 'sendMessage' })).status).toBe(200)
  expect((await w.sends(hello)).body.error.code).toBe(131064)
  await w.control('DELETE', 'faults')
})

test('D83: a locked template is sent as before', async () => {
  await w.control('POST', `templates/${template}/review`, { decision: 'lock' })
  expect((await w.sends(hello)).status).toBe(200)
})

test('D84: a certificate says which number and name it is for', async () => {
  const { body } = await w.graph('GET', `${w.landline.phone_number_id}?fields=certificate`)
  expect(JSON.parse(Buffer.from(body.certificate, 'base64').toString())).toEqual({
    phone: '15550783881',
    name: 'Lucky Shrub',
  })
})

test('D85: the link to a sample leads to this server, for 30 days', async () => {
  const header_handle = [await handle(w, 'image/png', png())]
  const { id } = (
    await w.graph('POST', `${w.landline.waba_id}/message_templates`, {
      name: 'plants',
      language: 'en_US',
      category: 'MARKETING',
      components: [
        { type: 'HEADER', format: 'IMAGE', example: { header_handle } },
        { type: 'BODY', text: 'Our new plants are here.' },
      ],
    })
  ).body
  const sample = async () => (await w.graph('GET', `${id}?fields=components`)).body.components[0].example
  const [link] = (await sample()).header_handle
  expect(link.startsWith(w.landline.url)).toBe(true)
  await w.control('POST', 'clock/advance', { by: '29d' })
  expect((await fetch(link)).status).toBe(200)
  await w.control('POST', 'clock/advance', { by: '2d' })
  expect((await fetch(link)).status).toBe(404)
  expect(await sample()).toEqual({ header_handle })
})

test('D86: insights come in pages of 25 data points', async () => {
  const v = await world()
  const { waba_id } = v.landline
  const { id } = (await v.graph('GET', `${waba_id}/message_templates`)).body.data[0]
  await v.graph('POST', `${waba_id}?is_enabled_for_insights=true`)
  for (let day = 0; day < 26; day++) {
    await v.sends(hello)
    await v.advance('24h')
  }
  const query = `start=2026-11-24&end=2026-12-25&granularity=DAILY&metric_types=SENT&template_ids=[${id}]`
  const { body } = await v.graph('GET', `${waba_id}/template_analytics?${query}`)
  expect(body.data[0].data_points).toHaveLength(25)
  const next = (await (await fetch(body.paging.next)).json()) as typeof body
  expect(next.data[0].data_points).toHaveLength(1)
  expect(next.paging).not.toHaveProperty('next')
  await v.landline.close()
})
