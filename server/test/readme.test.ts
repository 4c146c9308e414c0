import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Command } from 'commander'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { program } from '../../cli/src/program.ts'
import { SETTING_NAMES, SETTINGS, variableOf } from '../../cli/src/settings.ts'
import type { Terminal } from '../../cli/src/terminal.ts'
import { ROLLOUTS } from '../src/domain/rollout.ts'
import { WEBHOOK_FIELDS } from '../src/domain/webhook-fields.ts'
import { fields } from '../src/webhooks/fields/index.ts'
import { DOCUMENTED_WORLD, readSeed } from '../src/world/seed.ts'

const root = join(import.meta.dirname, '../..')
const pageOf = (path: string) => readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n')
const readme = pageOf('README.md')
const running = pageOf('docs/running.md')

const blocks = (page: string, language: string): string[] =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(([, text]) => text!)

test('the bot is printed as it is', () => {
  const bot = pageOf('examples/bot/bot.js')
  expect(blocks(readme, 'js')).toContain(bot)
  expect(bot.trimEnd().split('\n').length).toBeLessThanOrEqual(20)
})

test('every setting is in the table, with its flag and its variable, and no other is', () => {
  const rows = [...running.matchAll(/^\| `--([\w-]+)[^`]*` \| `(\w+)` \|/gm)].map(([, flag, variable]) => [
    flag,
    variable,
  ])
  expect(rows).toEqual(SETTING_NAMES.map(name => [SETTINGS[name].flag, variableOf(name)]))
})

test('every command is in the table once', () => {
  const terminal = {
    out: () => {},
    err: () => {},
    env: {},
    signal: new AbortController().signal,
  } as unknown as Terminal
  const [, section] = readme.split('\n## Command line')
  const rows = section!.split('\n## ')[0]!.match(/^\| `.*? \|/gm)!
  const commands = program(terminal).commands.map((one: Command) => one.name())
  const said = rows.flatMap(row => {
    const words = [...row.matchAll(/`([a-z]+(?:-[a-z]+)*)[^`]*`/g)].map(([, word]) => word!)
    return [...new Set(words)].filter((word, at) => at === 0 || commands.includes(word))
  })
  expect(said.sort()).toEqual(commands.sort())
})

test('the example of a seed can be planted', async () => {
  const [example] = blocks(running, 'yaml')
  const seed = await readSeed(parse(example!) as object)
  expect(seed.customers.map(({ name }) => name)).toEqual(['Ines', 'Paul'])
})

test('the ids in the samples are those of the first world', () => {
  const [account] = DOCUMENTED_WORLD.accounts
  const [number] = account!.phone_numbers!
  for (const id of [account!.id, number!.id, DOCUMENTED_WORLD.app.id]) expect(readme).toContain(id)
})

const pages = readdirSync(join(root, 'docs')).map(name => `docs/${name}`)

test.each(['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', ...pages])(
  'links of %s lead to files that are there',
  name => {
    const links = [...pageOf(name).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link]) => link!)
    expect(links.filter(link => !existsSync(join(root, dirname(name), link)))).toEqual([])
  },
)

test('every page below docs can be reached from the README', () => {
  expect(pages.filter(page => !readme.includes(`](${page})`))).toEqual([])
})

test('what is covered is counted right', () => {
  const [operations] = pageOf('docs/coverage.md').match(/\d+ of \d+/)!
  const [, errors, reachable] = /Of (\d+), (\d+) are/.exec(pageOf('docs/errors.md'))!
  expect(readme).toContain(`${operations.replace('of', 'of the')} operations`)
  expect(readme).toContain(`${fields.length} of the ${WEBHOOK_FIELDS.length} webhook`)
  expect(readme).toContain(`${reachable} of the [${errors} documented errors]`)
})

test('every change that can be rolled out is in its table', () => {
  const rows = [...pageOf('docs/receiving.md').matchAll(/^\| `(\w+)` \| (on|off) \|/gm)].map(([, name, state]) => [
    name,
    state === 'on',
  ])
  expect(Object.fromEntries(rows)).toEqual(ROLLOUTS)
})
