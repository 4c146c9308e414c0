import { expect, test } from 'vitest'
import { openTab } from './browser.ts'
import { inBrowser, phonePage } from './phone-page.ts'

const { w, bot, browser } = await phonePage()

inBrowser('links and codes in the browser', () => {
  test('a QR code opens the chat with its words written, and they are sent as they are', async () => {
    const words = 'Show me Cyber Monday deals!'
    const made = await w.graph('POST', `${w.landline.phone_number_id}/message_qrdls`, { prefilled_message: words })
    const { page, wrong } = await openTab(browser, w.landline.url)
    await page.goto(made.body.deep_link_url)
    const composer = page.getByRole('textbox', { name: 'Message to Lucky Shrub' })
    await composer.waitFor()
    expect(await composer.inputValue()).toBe(words)
    await composer.press('Enter')
    await bot.until(() => bot.messages().some(({ text }) => text?.body === words))
    expect(wrong).toEqual([])
  })

  test('a link that was deleted says so', async () => {
    const { page } = await openTab(browser, w.landline.url)
    await page.goto(`${w.landline.url}/phone?message=AAAAAAAAAAAAA1`)
    await page.getByText('This link leads nowhere').waitFor()
  })

  test('the start page shows the code that was sent to a number', async () => {
    const number = { cc: '1', phone_number: '6505550100', verified_name: 'Jaspers Market' }
    const { id } = (await w.graph('POST', `${w.landline.waba_id}/phone_numbers`, number)).body
    await w.graph('POST', `${id}/request_code`, { code_method: 'SMS', language: 'en_US' })
    const [{ text }] = (await w.control('GET', 'sms')).body.data
    const { page } = await openTab(browser, w.landline.url)
    await page.goto(w.landline.url)
    await page.getByText(text).waitFor()
  })
})
