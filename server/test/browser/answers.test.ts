import { beforeAll, expect, test } from 'vitest'
import { ogg, uploaded } from '../media.ts'
import { text } from '../world.ts'
import { screenshots } from './browser.ts'
import { inBrowser, phonePage } from './phone-page.ts'

const { w, bot, page, wrong, log, composer, bubble, openChat, sends, hears } = await phonePage()

const asks = (type: string, body: string, more: object) => ({
  type: 'interactive',
  interactive: { type, body: { text: body }, ...more },
})
const product = (product_retailer_id: string) => ({ product_retailer_id })
const amount = (value: number) => ({ value, offset: 100 })

inBrowser('a customer answers on the phone in the browser', () => {
  beforeAll(async () => {
    await w.says('Hi')
    await openChat()
    await log.getByText('Hi').waitFor()
  })

  const dialog = () => page.getByRole('dialog')
  const field = (name: string) => dialog().getByRole('textbox', { name })

  const replyOf = ({ interactive: { nfm_reply } }: { interactive: { nfm_reply: { response_json: string } } }) =>
    JSON.parse(nfm_reply.response_json)

  test('fills in a flow', async () => {
    const parameters = {
      flow_message_version: '3',
      flow_id: '1',
      flow_token: 'book-7',
      flow_cta: 'Book a table',
      flow_action_payload: { screen: 'BOOKING', data: { guests: 2, date: '2026-11-27' } },
    }
    const id = await sends(asks('flow', 'When will you come?', { action: { name: 'flow', parameters } }))
    await bubble('When will you come?').getByRole('button', { name: 'Book a table' }).click()
    await dialog().getByRole('button', { name: 'Add a field' }).click()
    await field('Field').last().fill('name')
    await field('Value').last().fill('Sheena')
    await screenshots(page, 'flow')
    const heard = await hears(() => dialog().getByRole('button', { name: 'Complete' }).click())
    expect(heard).toMatchObject({ context: { id }, interactive: { nfm_reply: { name: 'flow', body: 'Sent' } } })
    expect(replyOf(heard)).toEqual({ flow_token: 'book-7', guests: 2, date: '2026-11-27', name: 'Sheena' })
    await bubble('Form sent').getByText('name: Sheena').waitFor()
  })

  test('gives an address, new or known', async () => {
    const saved_addresses = [{ id: 'home', value: { name: 'Sheena', address: '1 Succulent Lane', city: 'Mumbai' } }]
    const parameters = { country: 'IN', saved_addresses }
    await sends(asks('address_message', 'Where to?', { action: { name: 'address_message', parameters } }))
    const ask = () => bubble('Where to?').getByRole('button', { name: 'Provide address' }).click()
    await ask()
    const known = await hears(() => dialog().getByRole('button', { name: 'Send' }).click())
    expect(replyOf(known)).toEqual({ saved_address_id: 'home', values: saved_addresses[0]!.value })
    await ask()
    await dialog().getByText('Another address').click()
    await field('Address').fill('2 Cactus Road')
    await screenshots(page, 'address')
    const other = await hears(() => dialog().getByRole('button', { name: 'Send' }).click())
    expect(replyOf(other).values).toMatchObject({ name: 'Sheena Nelson', address: '2 Cactus Road' })
  })

  test('says whether the business may call', async () => {
    await sends(asks('call_permission_request', 'About your order', { action: { name: 'call_permission_request' } }))
    await bubble('About your order').getByRole('button', { name: 'Always allow' }).waitFor()
    await screenshots(page, 'calls')
    const heard = await hears(() => bubble('About your order').getByRole('button', { name: 'Allow calls' }).click())
    expect(heard.interactive.call_permission_reply).toMatchObject({ response: 'accept', is_permanent: false })
    await bubble('Calls allowed').waitFor()
  })

  test('orders products', async () => {
    const sections = [
      { title: 'Pots', product_items: [product('pot-blue'), product('pot-red')] },
      { title: 'Plants', product_items: [product('aloe')] },
    ]
    const header = { type: 'text', text: 'New in' }
    const id = await sends(asks('product_list', 'Look at these', { header, action: { catalog_id: '7', sections } }))
    await bubble('Look at these').getByRole('button', { name: 'View items' }).click()
    await dialog().getByRole('button', { name: 'One more of pot-red' }).click()
    await dialog().getByRole('button', { name: 'One more of pot-red' }).click()
    await dialog().getByRole('spinbutton', { name: 'Price of pot-red' }).fill('12.5')
    await field('Note').fill('As a gift')
    await screenshots(page, 'cart')
    const heard = await hears(() =>
      dialog()
        .getByRole('button', { name: /Send order · .*25\.00/ })
        .click(),
    )
    expect(heard).toMatchObject({
      context: { id },
      order: {
        catalog_id: '7',
        text: 'As a gift',
        product_items: [{ product_retailer_id: 'pot-red', quantity: 2, item_price: 12.5, currency: 'USD' }],
      },
    })
    await bubble('2 items').getByText('2 × pot-red').waitFor()
  })

  test('asks about a product', async () => {
    const asked = bubble('Look at these').first()
    await asked.getByRole('button', { name: 'View items' }).click()
    await dialog().getByRole('button', { name: 'Ask about aloe' }).click()
    const heard = await hears(async () => {
      await composer.fill('Is it hardy?')
      await composer.press('Enter')
    })
    expect(heard).toMatchObject({
      text: { body: 'Is it hardy?' },
      context: { from: '15550783881', referred_product: { catalog_id: '7', product_retailer_id: 'aloe' } },
    })
    await bubble('Is it hardy?').getByText('aloe', { exact: true }).waitFor()
    await screenshots(page, 'asked')
  })

  test('shares a contact with everything in it', async () => {
    await page.getByRole('button', { name: 'Attach' }).click()
    await page.getByRole('menuitem', { name: 'Contact' }).click()
    await field('Name').fill('Barbara Johnson')
    await field('Phone number').fill('+1 212-555-7828')
    await dialog().getByText('More').click()
    await field('Company').fill('Lucky Shrub')
    await field('Job title').fill('Lead Counsel')
    await field('Web page').fill('https://www.luckyshrub.com')
    await dialog().getByLabel('Birthday').fill('1999-01-23')
    await field('Street').fill('1 Lucky Shrub Way')
    await field('City').fill('Menlo Park')
    await screenshots(page, 'contact')
    const heard = await hears(() => dialog().getByRole('button', { name: 'Send' }).click())
    expect(heard.contacts).toMatchObject([
      {
        org: { company: 'Lucky Shrub', title: 'Lead Counsel' },
        urls: [{ url: 'https://www.luckyshrub.com' }],
        birthday: '1999-01-23',
        addresses: [{ street: '1 Lucky Shrub Way', city: 'Menlo Park' }],
        origin: 'other',
      },
    ])
  })

  test('orders from a whole catalog', async () => {
    await sends(asks('catalog_message', 'Our catalog', { action: { name: 'catalog_message' } }))
    await bubble('Our catalog').getByRole('button', { name: 'View catalog' }).click()
    await field('Catalog ID').fill('7')
    await field('Product').fill('aloe')
    const heard = await hears(() =>
      dialog()
        .getByRole('button', { name: /Send order/ })
        .click(),
    )
    expect(heard.order).toMatchObject({
      catalog_id: '7',
      product_items: [{ product_retailer_id: 'aloe', quantity: 1 }],
    })
  })

  test('looks at a bill', async () => {
    const items = [{ retailer_id: 'aloe', name: 'Aloe vera', amount: amount(1500), quantity: 2 }]
    const order = { status: 'pending', items, subtotal: amount(3000), tax: amount(300), shipping: amount(500) }
    const parameters = {
      reference_id: 'order-7',
      type: 'physical-goods',
      payment_type: 'br',
      payment_settings: [{ type: 'payment_link', payment_link: { uri: 'https://www.luckyshrub.com/pay' } }],
      currency: 'BRL',
      total_amount: amount(3800),
      order,
    }
    await sends(asks('order_details', 'Your bill', { action: { name: 'review_and_pay', parameters } }))
    await bubble('Your bill').getByRole('button', { name: 'Review order' }).click()
    await dialog().getByText('2 × Aloe vera').waitFor()
    await dialog()
      .getByText(/38\.00/)
      .waitFor()
    await screenshots(page, 'bill')
    await dialog().getByRole('button', { name: 'Close' }).click()
  })

  test('edits a message, deletes one, and forwards one', async () => {
    await hears(async () => {
      await composer.fill('Tow pots please')
      await composer.press('Enter')
    })
    const menu = async (words: string, item: string) => {
      await bubble(words).hover()
      await bubble(words).getByRole('button', { name: 'More' }).click()
      await page.getByRole('menuitem', { name: item }).click()
    }
    await menu('Tow pots please', 'Edit')
    await dialog().getByRole('textbox', { name: 'Text' }).fill('Two pots please')
    const edit = await hears(() => dialog().getByRole('button', { name: 'Save' }).click())
    expect(edit).toMatchObject({ type: 'edit', edit: { message: { text: { body: 'Two pots please' } } } })
    await bubble('Two pots please').getByText('Edited').waitFor()
    const forwarded = await hears(() => menu('Two pots please', 'Forward to this chat'))
    expect(forwarded).toMatchObject({ context: { forwarded: true }, text: { body: 'Two pots please' } })
    const passedOn = bubble('Forwarded')
    await passedOn.waitFor()
    await passedOn.hover()
    await passedOn.getByRole('button', { name: 'More' }).click()
    const revoke = await hears(() => page.getByRole('menuitem', { name: 'Delete for everyone' }).click())
    expect(revoke).toMatchObject({ type: 'revoke', revoke: { original_message_id: forwarded.id } })
    await bubble('You deleted this message').waitFor()
  })

  test('comes by an ad, and what the business answers is free', async () => {
    await page.getByRole('button', { name: 'Chat menu' }).click()
    await page.getByRole('menuitem', { name: 'Come by an ad' }).click()
    await field('Headline of the ad').fill('Succulent sale')
    await screenshots(page, 'ad')
    const heard = await hears(() => dialog().getByRole('button', { name: 'Send' }).click())
    expect(heard).toMatchObject({ referral: { source_type: 'ad', headline: 'Succulent sale' } })
    await bubble('Succulent sale').waitFor()
    await sends(text('Welcome!'))
    await page.getByText('After the ad, everything is free for another').waitFor()
    await screenshots(page, 'after-ad')
  })

  test('plays a voice message, which the business learns', async () => {
    const media = await uploaded(w, 'audio/ogg', ogg())
    const id = await sends({ type: 'audio', audio: { id: media, voice: true } })
    const voice = bubble('Voice message').locator('audio')
    await voice.waitFor({ state: 'attached' })
    // There is no sound in it, so the player is told what it would tell.
    await voice.dispatchEvent('play')
    await bot.until(() => bot.statuses().some(status => status.id === id && status.status === 'played'))
  })

  test('stops offers, and asks for them again', async () => {
    const choose = async (item: string) => {
      await page.getByRole('button', { name: 'Chat menu' }).click()
      await page.getByRole('menuitem', { name: item }).click()
    }
    const told = () => bot.values().flatMap(value => value.user_preferences ?? [])
    await choose('Stop offers')
    await bot.until(() => told().length === 1)
    await choose('Resume offers')
    await bot.until(() => told().length === 2)
    expect(told().map(({ value }) => value)).toEqual(['stop', 'resume'])
  })

  test('sends a poll, of which the business only hears that it came', async () => {
    await page.getByRole('button', { name: 'Attach' }).click()
    const heard = await hears(() => page.getByRole('menuitem', { name: 'Poll' }).click())
    expect(heard).toMatchObject({ type: 'unsupported', unsupported: { type: 'poll_creation' } })
    await bubble('The business only hears that something came.').waitFor()
  })

  test('opens a link to the chat, whose text waits to be sent', async () => {
    await page
      .getByRole('button', { name: /Sheena Nelson/ })
      .first()
      .click()
    await page.getByRole('menuitem', { name: 'Open a link to a chat' }).click()
    await field('Link').fill('https://example.com/')
    await dialog().getByRole('button', { name: 'Open' }).click()
    await dialog().getByRole('alert').getByText('is no link to a chat').waitFor()
    await field('Link').fill('wa.me/15550783881?text=Is+my+aloe+ready%3F')
    await dialog().getByRole('button', { name: 'Open' }).click()
    await expect.poll(() => composer.inputValue()).toBe('Is my aloe ready?')
    await composer.fill('')
  })

  test('takes a username, a new phone and another number', async () => {
    const settings = async () => {
      await page
        .getByRole('button', { name: /Sheena Nelson/ })
        .first()
        .click()
      await page.getByRole('menuitem', { name: 'Set up this phone' }).click()
    }
    await settings()
    await screenshots(page, 'settings')
    await field('Username').fill('sheena.nelson')
    await dialog().getByRole('button', { name: 'Save' }).last().click()
    await dialog().waitFor({ state: 'detached' })
    await settings()
    await expect.poll(() => field('Username').inputValue()).toBe('sheena.nelson')
    await dialog().getByRole('button', { name: 'Change to a new phone' }).click()
    await page.getByText('This is a new phone now.').waitFor()
    // Somebody who comes first in the list, so that the page has where to go wrong.
    await w.control('POST', 'customers', { wa_id: '+1 202-555-0100', name: 'Ann Ames' })
    await settings()
    await field('New phone number').fill('+1 219-555-5358')
    const heard = await hears(() => dialog().getByRole('button', { name: 'Move' }).click())
    expect(heard).toMatchObject({ type: 'system', system: { type: 'user_changed_number', wa_id: '12195555358' } })
    await log.getByText('changed from 16505551234 to 12195555358').waitFor()
    expect(new URL(page.url()).searchParams.get('customer')).toBe('12195555358')
    await bubble('Welcome!').waitFor()
    await screenshots(page, 'moved')
  })

  test('nothing else went wrong in the page, and it asked nobody but the server', () => {
    // The link that is none was refused.
    expect(wrong).toEqual(['Failed to load resource: the server responded with a status of 400 (Bad Request)'])
  })
})
