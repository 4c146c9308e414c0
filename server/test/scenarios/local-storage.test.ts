import { expect, test } from 'vitest'
import { png, uploaded } from '../media.ts'
import { luckyShrub } from '../seeds.ts'
import { fileWorld } from '../shared-world.ts'

const SECOND = '106540352242933'
const [number] = luckyShrub({}).accounts[0]!.phone_numbers!
const w = await fileWorld({
  seed: luckyShrub({
    account: { phone_numbers: [number!, { id: SECOND, phone: '+1 555-078-3882', verified_name: 'Lucky Shrub' }] },
  }),
})

const sends = (from: string, id: string) =>
  w.graph('POST', `${from}/messages`, {
    messaging_product: 'whatsapp',
    to: w.landline.customer,
    type: 'image',
    image: { id },
  })

test('media of a number with local storage are sent by that number only', async () => {
  const { phone_number_id: first } = w.landline
  const shared = await uploaded(w, 'image/png', png())
  for (const from of [first, SECOND]) expect((await sends(from, shared)).status).toBe(200)
  await w.graph('POST', `${first}/deregister`)
  const storage_configuration = { status: 'IN_COUNTRY_STORAGE_ENABLED', data_localization_region: 'BR' }
  expect((await w.graph('POST', `${first}/settings`, { storage_configuration })).status).toBe(200)
  await w.graph('POST', `${first}/register`, { messaging_product: 'whatsapp', pin: '123456' })
  const local = await uploaded(w, 'image/png', png())
  expect((await sends(first, local)).status).toBe(200)
  const refused = await sends(SECOND, local)
  expect(refused.status).toBe(400)
  expect(refused.body.error).toMatchObject({
    code: 100,
    message: "(#100) Param image['id'] is not a valid whatsapp business account media attachment ID",
  })
})
