import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
const ELSEWHERE = ['/usr/bin/chromium', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']
const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export const HOW_TO_INSTALL =
  'There is no Chromium here, so the pages are not tested in a browser. ' +
  'Install it (Debian: apt-get update && apt-get install -y chromium), or name one with CHROMIUM_PATH.'

/** A browser of this machine: the one that CHROMIUM_PATH names, else the first under a usual name. */
export function findChromium(): string | undefined {
  const named = process.env.CHROMIUM_PATH
  if (named) return existsSync(named) ? named : undefined
  const folders = (process.env.PATH ?? '').split(delimiter)
  const usual = folders.flatMap(folder => NAMES.map(name => join(folder, name)))
  return [...usual, ...ELSEWHERE].find(path => existsSync(path))
}

/** Makes the pages unless they are there. */
export function buildPages(): void {
  const root = fileURLToPath(new URL('../../..', import.meta.url))
  if (existsSync(join(root, 'server/dist/pages/index.html'))) return
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  execFileSync(process.execPath, [vite, 'build', 'console'], { cwd: root, stdio: 'ignore' })
}

export const launch = (executablePath: string): Promise<Browser> =>
  chromium.launch({ executablePath, args: ARGUMENTS, headless: true })

/** A tab that keeps what goes wrong in it: faults of scripts, refused resources, and calls to anywhere but the server. */
export async function openTab(browser: Browser, server: string): Promise<{ page: Page; wrong: string[] }> {
  const context: BrowserContext = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  const wrong: string[] = []
  page.on('pageerror', error => wrong.push(String(error)))
  page.on('console', message => message.type() === 'error' && wrong.push(message.text()))
  page.on('request', request => {
    const url = request.url()
    if (!url.startsWith(server) && !/^(data|blob):/.test(url)) wrong.push(`asked elsewhere: ${url}`)
  })
  return { page, wrong }
}

/** Runs in the page, where there is a canvas; stickers keep a clear ground. */
const DRAW = `([type, w, h]) => {
  const canvas = Object.assign(document.createElement('canvas'), { width: w, height: h })
  const pen = canvas.getContext('2d')
  pen.fillStyle = '#7fb7e6'
  if (type !== 'image/webp') pen.fillRect(0, 0, w, h)
  pen.fillStyle = '#c4643a'
  pen.ellipse(w / 2, h / 2, w / 3, h / 3, 0, 0, 7)
  pen.fill()
  return canvas.toDataURL(type)
}`

/** A drawn picture as bytes of that type. */
export async function picture(page: Page, type: string, width: number, height: number): Promise<Buffer> {
  const url: string = await page.evaluate(`(${DRAW})(${JSON.stringify([type, width, height])})`)
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')
}

const SIZES = [
  { name: 'wide', width: 1280, height: 800 },
  { name: 'narrow', width: 390, height: 844 },
]

/** Pictures of the page in both sizes and themes, for people to look at, into the folder that SCREENSHOTS names. */
export async function screenshots(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS
  if (!folder) return
  for (const { name: size, ...viewport } of SIZES) {
    await page.setViewportSize(viewport)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.waitForTimeout(400)
      await page.screenshot({ path: join(folder, `${name}-${size}-${colorScheme}.png`) })
    }
  }
  await page.setViewportSize(SIZES[0]!)
  await page.emulateMedia({ colorScheme: 'light' })
}
