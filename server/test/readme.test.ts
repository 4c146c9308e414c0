import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const root = new URL('../../', import.meta.url)

test('the README prints the bot exactly as it runs', () => {
  const bot = readFileSync(new URL('examples/bot/bot.js', root), 'utf8').trim()
  expect(readFileSync(new URL('README.md', root), 'utf8')).toContain(`\`\`\`js\n${bot}\n\`\`\``)
})
