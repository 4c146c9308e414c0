import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { program } from '../../cli/src/program.ts'
import { SETTING_NAMES, SETTINGS, variableOf } from '../../cli/src/settings.ts'
import type { Terminal } from '../../cli/src/terminal.ts'
import { ROLLOUTS } from '../src/domain/rollout.ts'
import { DOCUMENTED_WORLD, readSeed } from '../src/world/seed.ts'

const root = join(import.meta.dirname, '../..')
const readme = readFileSync(join(root, 'README.md'), 'utf8').replaceAll('\r\n', '\n')

const blocks = (language: string): string[] =>
  [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(([, text]) => text!)

test('the bot is printed as it is', () => {
  const bot = readFileSync(join(root, 'examples/bot/bot.js'), 'utf8').replaceAll('\r\n', '\n')
  expect(blocks('js')).toContain(bot)
  expect(bot.trimEnd().split('\n').length).toBeLessThanOrEqual(20)
})

test('every setting is in the table, with its flag and its variable, and no other is', () => {
  const rows = [...readme.matchAll(/^\| `--([\w-]+)[^`]*` \| `(\w+)` \|/gm)].map(([, flag, variable]) => [
    flag,
    variable,
  ])
  expect(rows).toEqual(SETTING_NAMES.map(name => [SETTINGS[name].flag, variableOf(name)]))
})

test('every command is in the table', () => {
  const terminal = {
    out: () => {},
    err: () => {},
    env: {},
    signal: new AbortController().signal,
  } as unknown as Terminal
  const section = readme.slice(readme.indexOf('## Command line'), readme.indexOf('## In scripts'))
  const said = [...section.matchAll(/`([a-z]+)[^`]*`/g)].map(([, name]) => name)
  expect(said).toEqual(expect.arrayContaining(program(terminal).commands.map((one: Command) => one.name())))
})

test('the example of a seed can be planted', async () => {
  const [example] = blocks('yaml')
  const seed = await readSeed(parse(example!) as object)
  expect(seed.customers.map(({ name }) => name)).toEqual(['Ines', 'Paul'])
})

test('the ids in the samples are those of the first world', () => {
  const [account] = DOCUMENTED_WORLD.accounts
  const [number] = account!.phone_numbers!
  for (const id of [account!.id, number!.id, DOCUMENTED_WORLD.app.id]) expect(readme).toContain(id)
})

test.each(['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md'])('links of %s lead to files that are there', name => {
  const text = readFileSync(join(root, name), 'utf8')
  const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link]) => link!)
  expect(links.filter(link => !existsSync(join(root, link)))).toEqual([])
})

test('every change that can be rolled out is in its table', () => {
  const page = readFileSync(join(root, 'docs/receiving.md'), 'utf8')
  const rows = [...page.matchAll(/^\| `(\w+)` \| (on|off) \|/gm)].map(([, name, state]) => [name, state === 'on'])
  expect(Object.fromEntries(rows)).toEqual(ROLLOUTS)
})
