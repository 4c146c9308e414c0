import { expect, test } from 'vitest'
import { uploaded } from '../media.ts'
import { HELLO, luckyShrub } from '../seeds.ts'
import { hello, TUESDAY, text } from '../world.ts'
import { picture, screenshots } from './browser.ts'
import { inBrowser, isLoaded, phonePage } from './phone-page.ts'

const quickReply = (text: string) => ({ type: 'QUICK_REPLY', text })

const seed = luckyShrub({
  // The clock stands still in these tests, so no room for messages comes back.
  number: { throughput: 'HIGH' },
  templates: [
    HELLO!,
    {
      name: 'care_tips',
      category: 'MARKETING',
      components: [
        { type: 'HEADER', format: 'IMAGE' },
        { type: 'BODY', text: 'Hi {{1}}, shall we send tips?', example: { body_text: [['Pablo']] } },
        { type: 'BUTTONS', buttons: [quickReply('Yes, please'), quickReply('Stop')] },
      ],
    },
    {
      name: 'summer_offer',
      category: 'MARKETING',
      components: [
        { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Expiring offer!', has_expiration: true } },
        { type: 'BODY', text: 'Good news! Use code {{1}}.', example: { body_text: [['SUN25']] } },
        {
          type: 'BUTTONS',
          buttons: [
            { type: 'COPY_CODE', example: 'SUN25' },
            { type: 'URL', text: 'Book now', url: 'https://www.luckyshrub.com/offer' },
          ],
        },
      ],
    },
  ],
})
const { w, bot, page, wrong, log, composer, bubble, sends, hears } = await phonePage({ seed })

inBrowser('a customer with a phone in the browser', () => {
  async function writes(words: string) {
    await composer.fill(words)
    await composer.press('Enter')
  }

  const button = (id: string, title: string) => ({ type: 'reply', reply: { id, title } })

  test('opens the phone and writes to the business', async () => {
    await page.goto(`${w.landline.url}/phone`)
    await page.getByRole('button', { name: /Lucky Shrub/ }).click()
    await log.getByText('Nothing here yet').waitFor()
    await screenshots(page, 'empty')

    const heard = await hears(() => writes('Hello'))
    expect(heard).toMatchObject({ from: w.landline.customer, type: 'text', text: { body: 'Hello' } })
    await bubble('Hello').getByRole('img', { name: 'Delivered' }).waitFor()
  })

  test('the ticks turn blue when the business marks the message as read, and it is seen typing', async () => {
    await w.graph('POST', `${w.landline.phone_number_id}/messages`, {
      messaging_product: 'whatsapp',
      status: 'read',
      message_id: bot.messages().at(-1).id,
      typing_indicator: { type: 'text' },
    })
    await bubble('Hello').getByRole('img', { name: 'Read' }).waitFor()
    await log.getByRole('status', { name: 'The business is writing' }).waitFor()
  })

  test('shows text with its marks, and tells the business that it was read', async () => {
    const wamid = await sends(text('Welcome to *Lucky Shrub*! _How can we help?_'))
    await bubble('Welcome to Lucky Shrub').locator('strong, b').waitFor()
    await log.getByRole('status', { name: 'The business is writing' }).waitFor({ state: 'detached' })
    await bot.until(() => bot.statuses().some(status => status.id === wamid && status.status === 'read'))
  })

  test('shows media', async () => {
    const photo = await uploaded(w, 'image/jpeg', await picture(page, 'image/jpeg', 800, 600), 'agave.jpg')
    await sends({ type: 'image', image: { id: photo, caption: 'Our *agave*' } })
    await isLoaded(log.getByRole('img', { name: /agave/ }))

    const pdf = await uploaded(w, 'application/pdf', Buffer.from('%PDF-1.4\n%%EOF\n'), 'prices.pdf')
    await sends({ type: 'document', document: { id: pdf, filename: 'prices.pdf', caption: 'Prices of May' } })
    const link = bubble('Prices of May').getByRole('link', { name: /prices\.pdf/ })
    const bytes = await fetch(new URL((await link.getAttribute('href'))!, w.landline.url))
    expect(await bytes.text()).toContain('%PDF')

    const sticker = await uploaded(w, 'image/webp', await picture(page, 'image/webp', 512, 512), 'sticker.webp')
    await sends({ type: 'sticker', sticker: { id: sticker } })
    await isLoaded(log.getByRole('img', { name: 'Sticker', exact: true }))
    await screenshots(page, 'media')
  })

  test('shows a place and a card of an address book', async () => {
    const place = { latitude: 37.4847, longitude: -122.1484, name: 'Lucky Shrub', address: '1 Hacker Way' }
    await sends({ type: 'location', location: place })
    await bubble('1 Hacker Way').getByText('37.48470° N, 122.14840° W').waitFor()

    const contact = {
      name: { formatted_name: 'Barbara J. Johnson', first_name: 'Barbara' },
      phones: [{ phone: '+16505559999', type: 'WORK', wa_id: '16505559999' }],
      emails: [{ email: 'bjohnson@luckyshrub.com', type: 'WORK' }],
    }
    await sends({ type: 'contacts', contacts: [contact] })
    await bubble('Barbara J. Johnson').getByRole('button', { name: 'View contact' }).click()
    await page.getByRole('dialog').getByText('bjohnson@luckyshrub.com').waitFor()
    await screenshots(page, 'contact')
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
  })

  test('shows a template', async () => {
    await sends(hello)
    const shown = bubble('Welcome! This template')
    await shown.getByText('Hello World').waitFor()
    await shown.getByText('A sample message').waitFor()
    await screenshots(page, 'template')
  })

  test('shows a template with a picture, and a quick reply answers with its payload', async () => {
    const photo = await uploaded(w, 'image/jpeg', await picture(page, 'image/jpeg', 800, 418), 'care.jpg')
    const wamid = await sends({
      type: 'template',
      template: {
        name: 'care_tips',
        language: { code: 'en_US' },
        components: [
          { type: 'header', parameters: [{ type: 'image', image: { id: photo } }] },
          { type: 'body', parameters: [{ type: 'text', text: 'Sheena' }] },
          { type: 'button', sub_type: 'quick_reply', index: '0', parameters: [{ type: 'payload', payload: 'TIPS' }] },
        ],
      },
    })
    const shown = bubble('Hi Sheena, shall we send tips?')
    await isLoaded(shown.getByRole('img', { name: 'Picture of the message' }))
    const heard = await hears(() => shown.getByRole('button', { name: 'Yes, please' }).click())
    expect(heard).toMatchObject({
      type: 'button',
      context: { id: wamid },
      button: { payload: 'TIPS', text: 'Yes, please' },
    })
    await shown.getByRole('button', { name: 'Yes, please (chosen)' }).waitFor()
  })

  test('shows an offer that ends, with its code', async () => {
    const offer = { expiration_time_ms: TUESDAY + 2 * 3_600_000 }
    await sends({
      type: 'template',
      template: {
        name: 'summer_offer',
        language: { code: 'en_US' },
        components: [
          { type: 'limited_time_offer', parameters: [{ type: 'limited_time_offer', limited_time_offer: offer }] },
          { type: 'body', parameters: [{ type: 'text', text: 'SUN25' }] },
          {
            type: 'button',
            sub_type: 'copy_code',
            index: 0,
            parameters: [{ type: 'coupon_code', coupon_code: 'SUN25' }],
          },
        ],
      },
    })
    const shown = bubble('Good news! Use code SUN25.')
    await shown.getByText('Expiring offer!').waitFor()
    await shown.getByText(/Ends in 2 h/).waitFor()
    await shown.getByRole('button', { name: /Copy/ }).click()
    await page.getByText('Copied SUN25').waitFor()
    await screenshots(page, 'offer')
  })

  test('a tap on a reply button answers with it', async () => {
    const wamid = await sends({
      type: 'interactive',
      interactive: {
        type: 'button',
        header: { type: 'text', text: 'Workshop' },
        body: { text: 'Do you come on Saturday?' },
        footer: { text: 'Ten to noon' },
        action: { buttons: [button('yes-1', 'I come'), button('no-1', 'Not this time')] },
      },
    })
    const heard = await hears(() => bubble('Do you come').getByRole('button', { name: 'I come' }).click())
    expect(heard).toMatchObject({
      type: 'interactive',
      context: { id: wamid },
      interactive: { type: 'button_reply', button_reply: { id: 'yes-1', title: 'I come' } },
    })
    await bubble('Do you come').getByRole('button', { name: 'I come (chosen)' }).first().waitFor()
  })

  test('a row of a list answers with it', async () => {
    const rows = [
      { id: 'aloe', title: 'Aloe', description: 'For windows to the south' },
      { id: 'fern', title: 'Fern' },
    ]
    const wamid = await sends({
      type: 'interactive',
      interactive: {
        type: 'list',
        body: { text: 'Which plant is it?' },
        action: { button: 'Plants', sections: [{ title: 'Indoors', rows }] },
      },
    })
    await bubble('Which plant').getByRole('button', { name: 'Plants' }).click()
    await page.getByRole('radio', { name: /Aloe/ }).check()
    await screenshots(page, 'list')
    const heard = await hears(() => page.getByRole('dialog').getByRole('button', { name: 'Send' }).click())
    expect(heard).toMatchObject({
      context: { id: wamid },
      interactive: { type: 'list_reply', list_reply: rows[0] },
    })
  })

  test('a link button opens its address', async () => {
    await sends({
      type: 'interactive',
      interactive: {
        type: 'cta_url',
        body: { text: 'See what is in stock' },
        action: { name: 'cta_url', parameters: { display_text: 'See stock', url: `${w.landline.url}/healthz` } },
      },
    })
    const [opened] = await Promise.all([
      page.context().waitForEvent('page'),
      bubble('See what is in stock').getByRole('button', { name: 'See stock' }).click(),
    ])
    expect(opened.url()).toBe(`${w.landline.url}/healthz`)
    await opened.close()
  })

  test('both sides react, and the customer replies', async () => {
    const hello = bot.messages().find(message => message.text?.body === 'Hello')
    await sends({ type: 'reaction', reaction: { message_id: hello.id, emoji: '🌵' } })
    await bubble('Hello').getByRole('img', { name: 'Lucky Shrub reacted with 🌵' }).waitFor()

    const asked = bubble('See what is in stock')
    await asked.hover()
    await asked.getByRole('button', { name: 'React' }).click()
    const reaction = await hears(() => page.getByRole('button', { name: 'React with 👍' }).click())
    expect(reaction).toMatchObject({ type: 'reaction', reaction: { emoji: '👍' } })
    const taken = asked.getByRole('button', { name: 'Remove your reaction 👍' })
    await taken.waitFor()

    await asked.hover()
    await asked.getByRole('button', { name: 'Reply' }).click()
    await screenshots(page, 'reply')
    const reply = await hears(() => writes('Do you have aloe?'))
    expect(reply).toMatchObject({ text: { body: 'Do you have aloe?' }, context: { id: reaction.reaction.message_id } })
    await bubble('Do you have aloe?')
      .getByRole('button', { name: /See what is in stock/ })
      .waitFor()
  })

  test('airplane mode holds messages on both sides until it is off', async () => {
    const plane = page.getByRole('switch', { name: /Airplane mode/ })
    await plane.click()
    await page.getByText('Airplane mode. What you write leaves').waitFor()
    const wamid = await sends(text('Aloe is back.'))
    await log.getByText('A message waits until this phone is online again').waitFor()
    const before = bot.messages().length
    await writes('I am in a tunnel')
    await bubble('I am in a tunnel').getByRole('img', { name: 'Waits until this phone is online' }).waitFor()
    await screenshots(page, 'offline')
    expect(bot.messages().length).toBe(before)
    expect(bot.statuses().some(status => status.id === wamid && status.status === 'delivered')).toBe(false)

    const heard = await hears(() => page.getByRole('button', { name: 'Go online' }).click())
    expect(heard).toMatchObject({ text: { body: 'I am in a tunnel' } })
    await bubble('Aloe is back.').waitFor()
    await bot.until(() => bot.statuses().some(status => status.id === wamid && status.status === 'read'))
  })

  test('sends a photo from the phone', async () => {
    await page.getByRole('button', { name: 'Attach' }).click()
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('menuitem', { name: 'Photo or video' }).click(),
    ])
    const bytes = await picture(page, 'image/png', 640, 480)
    await chooser.setFiles({ name: 'window.png', mimeType: 'image/png', buffer: bytes })
    await page.getByRole('textbox', { name: 'Caption' }).fill('My window')
    await screenshots(page, 'photo')
    const heard = await hears(() => page.getByRole('dialog').getByRole('button', { name: 'Send' }).click())
    expect(heard).toMatchObject({ type: 'image', image: { mime_type: 'image/png', caption: 'My window' } })
    const { url } = (await w.graph('GET', heard.image.id)).body
    const got = await fetch(url, { headers: { authorization: `Bearer ${w.landline.access_token}` } })
    expect(Buffer.from(await got.arrayBuffer()).equals(bytes)).toBe(true)
    await isLoaded(log.getByRole('img', { name: 'My window' }))
    await screenshots(page, 'chat')
  })

  test('sends a place', async () => {
    await page.getByRole('button', { name: 'Attach' }).click()
    await page.getByRole('menuitem', { name: 'Location' }).click()
    await screenshots(page, 'location')
    const heard = await hears(() => page.getByRole('dialog').getByRole('button', { name: /Send/ }).last().click())
    expect(heard).toMatchObject({ type: 'location', location: { latitude: expect.any(Number) } })
  })

  test('loads earlier messages', async () => {
    for (let i = 0; i < 60; i++) await w.says(`Note ${i}.`)
    await bubble('Note 59.').waitFor()
    await page.reload()
    await bubble('Note 59.').waitFor()
    expect(await bubble('Note 3.').count()).toBe(0)
    await log.getByRole('button', { name: 'Earlier messages' }).click()
    await bubble('Note 3.').waitFor()
    await bubble('Welcome! This template').waitFor()
  })

  test('adds a customer, whose phone is another', async () => {
    await page
      .getByRole('button', { name: /Sheena Nelson/ })
      .first()
      .click()
    await page.getByRole('menuitem', { name: 'Add a phone' }).click()
    await page.getByRole('textbox', { name: 'Name' }).fill('Ines Okafor')
    await page.getByRole('textbox', { name: 'Phone number' }).fill('+44 7700 900123')
    await page.getByRole('button', { name: 'Add this phone' }).click()
    await page
      .getByRole('button', { name: /Ines Okafor/ })
      .first()
      .waitFor()
    await page
      .getByRole('navigation', { name: 'Chats' })
      .getByRole('button', { name: /Lucky Shrub/ })
      .click()
    const heard = await hears(() => writes('Hi, I am new'))
    expect(heard).toMatchObject({ from: '447700900123', text: { body: 'Hi, I am new' } })
    await sends(text('Hello again, Sheena'))
    expect(await page.getByText('Hello again, Sheena').count()).toBe(0)
  })

  test('the start page shows where everything is', async () => {
    await page.goto(w.landline.url)
    await page.getByRole('heading', { name: 'Try it' }).waitFor()
    await page.getByText(w.landline.phone_number_id).last().waitFor()
    await page.getByRole('status').getByText('Running').waitFor()
    await screenshots(page, 'start')
  })

  test('the API explorer shows the operations', async () => {
    await page.goto(`${w.landline.url}/docs`)
    await page.getByText('Send a message to a customer').first().click()
    await page.getByText('messages', { exact: false }).last().waitFor()
    await screenshots(page, 'docs')
  })

  test('nothing went wrong in the pages, and they asked nobody but the server', () => {
    expect(wrong).toEqual([])
  })
})
