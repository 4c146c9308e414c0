import { readdirSync, readFileSync } from 'node:fs'
import { join, posix, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { kinds, operations } from '../src/api/index.ts'
import { controlKinds, controlOperations } from '../src/control/index.ts'
import type { Operation } from '../src/graph/operation.ts'
import { jobs } from '../src/jobs/index.ts'
import { fields } from '../src/webhooks/fields/index.ts'

const root = join(import.meta.dirname, '../..')
const source = join(root, 'server/src')

/** What code in a folder may import from, besides the folder itself; types count. ARCHITECTURE.md has the same table. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  domain: [],
  runtime: [],
  events: ['domain'],
  store: ['domain', 'events', 'runtime'],
  graph: ['domain', 'runtime', 'store'],
  blobs: ['domain', 'graph', 'runtime'],
  network: ['domain', 'events', 'store'],
  api: ['blobs', 'domain', 'graph', 'store'],
  control: ['api', 'blobs', 'domain', 'events', 'graph', 'network', 'store'],
  jobs: ['domain', 'graph', 'network', 'runtime', 'store'],
  webhooks: ['domain', 'events', 'graph', 'runtime', 'store'],
  world: ['api', 'domain', 'graph', 'jobs', 'network', 'options.ts', 'runtime', 'store'],
  surfaces: ['domain', 'events', 'graph', 'runtime', 'store', 'webhooks'],
}

/** Files beside the folders, which wire them together and may import whatever they need. */
const WIRING = ['compose.ts', 'index.ts', 'options.ts']

/** Who may import a package or a part of Node.js. What is not here is imported by nobody. */
const PACKAGES: Record<string, readonly string[]> = {
  '@fastify/busboy': ['surfaces'],
  fastify: ['index.ts', 'surfaces'],
  'file-type': ['blobs'],
  htmlparser2: ['webhooks'],
  jose: ['world'],
  kysely: ['store'],
  'libphonenumber-js': ['domain'],
  pg: ['store'],
  pino: ['runtime'],
  qr: ['blobs'],
  undici: ['webhooks'],
  yaml: ['world'],
  zod: ['api', 'control', 'graph', 'surfaces', 'world'],
  'node:crypto': ['api', 'blobs', 'compose.ts', 'graph', 'jobs', 'network', 'runtime', 'webhooks', 'world', 'surfaces'],
  'node:dns': ['webhooks'],
  'node:events': ['control'],
  'node:fs': ['blobs', 'compose.ts', 'index.ts', 'store', 'surfaces', 'world'],
  'node:http': ['surfaces'],
  'node:net': ['surfaces', 'webhooks'],
  'node:os': ['compose.ts'],
  'node:path': ['blobs', 'compose.ts', 'store', 'surfaces', 'world'],
  'node:sqlite': ['store'],
  'node:stream': ['api', 'blobs', 'graph', 'surfaces', 'webhooks', 'world'],
  'node:url': ['index.ts'],
  'node:util': ['world'],
  'node:worker_threads': ['store'],
  'node:zlib': ['blobs', 'surfaces', 'world'],
}

/** Loaded by whoever uses them first: each costs megabytes that an idle world has no use for. */
const LATE = ['file-type', 'htmlparser2', 'undici', 'yaml', 'node:http', './store/postgres/open.ts']

/** What makes two runs differ, and who may use it. */
const IMPURE: readonly { what: RegExp; in: readonly string[] }[] = [
  { what: /\bDate\.now\b/, in: ['runtime'] },
  { what: /\bnew Date\(\)/, in: ['runtime'] },
  { what: /\bperformance\.now\b/, in: ['runtime'] },
  { what: /\bMath\.random\b/, in: ['runtime'] },
  { what: /\brandom(UUID|Bytes|Int|FillSync)\b|\bgetRandomValues\b/, in: ['runtime'] },
  { what: /\bset(Timeout|Interval)\(|'node:timers/, in: ['runtime'] },
  // How long a call may take is real time: nothing of the world hangs on it.
  { what: /\bAbortSignal\.timeout\b/, in: ['control', 'webhooks'] },
  { what: /\bprocess\.env\b/, in: ['compose.ts'] },
]

interface SourceFile {
  /** From `server/src`, with `/`. */
  path: string
  /** Its folder, or its own name when it lies beside the folders. */
  place: string
  text: string
}

function sourcesBelow(folder: string): SourceFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(path => path.split(sep).join('/'))
    .filter(path => path.endsWith('.ts') && !isForTests(path))
    .sort()
    .map(path => ({ path, place: path.split('/')[0]!, text: readFileSync(join(folder, path), 'utf8') }))
}

const isForTests = (path: string): boolean => /\.test(-util)?\.ts$|-for-tests\.ts$|(^|\/)conformance\//.test(path)

const files = sourcesBelow(source)

const importsOf = ({ text }: SourceFile): string[] =>
  [...text.matchAll(/\bfrom '([^']+)'|(?<!')\bimport\(?\s*'([^']+)'/g)].map(([, from, bare]) => from ?? bare!)

const isRelative = (specifier: string): boolean => specifier.startsWith('.')

/** `node:fs/promises` is `node:fs`, `@a/b/c` is `@a/b`. */
const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')

const placeOf = (file: SourceFile, specifier: string): string =>
  posix.join(posix.dirname(file.path), specifier).split('/')[0]!

test('every folder has its line in the table', () => {
  const places = [...new Set(files.map(({ place }) => place))].sort()
  expect(places).toEqual([...Object.keys(MAY_IMPORT), ...WIRING].sort())
})

test('a folder imports only from where it may', () => {
  const broken = files
    .filter(({ place }) => !WIRING.includes(place))
    .flatMap(file =>
      importsOf(file)
        .filter(isRelative)
        .map(specifier => placeOf(file, specifier))
        .filter(place => place !== file.place && !MAY_IMPORT[file.place]!.includes(place))
        .map(place => `${file.path} -> ${place}`),
    )
  expect(broken).toEqual([])
})

test('folders do not import each other in a circle', () => {
  const done = new Set<string>()
  const walk = (place: string, above: readonly string[]): void => {
    expect(above, `${[...above, place].join(' -> ')}`).not.toContain(place)
    if (done.has(place)) return
    for (const next of MAY_IMPORT[place] ?? []) walk(next, [...above, place])
    done.add(place)
  }
  for (const place of Object.keys(MAY_IMPORT)) walk(place, [])
})

test('packages are imported only where they belong', () => {
  const broken = files.flatMap(file =>
    importsOf(file)
      .filter(specifier => !isRelative(specifier) && !PACKAGES[packageOf(specifier)]?.includes(file.place))
      .map(specifier => `${file.path} -> ${specifier}`),
  )
  expect(broken).toEqual([])
})

test('what a start does not need is not loaded by it', () => {
  const loaded = (text: string) =>
    [...text.matchAll(/^(?:im|ex)port (?!type )[^']*? from '([^']+)'/gm)].map(([, from]) => from!)
  const early = files.flatMap(file => loaded(file.text).filter(from => LATE.includes(from)))
  expect(early).toEqual([])
})

test('time, chance, timers and environment come from runtime', () => {
  const broken = files.flatMap(file =>
    IMPURE.filter(rule => !rule.in.includes(file.place) && rule.what.test(withoutComments(file.text))).map(
      rule => `${file.path} uses ${rule.what.source}`,
    ),
  )
  expect(broken).toEqual([])
})

const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')

test('ARCHITECTURE.md has the same table of imports', () => {
  const text = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8')
  const section = text.slice(text.indexOf('## Who may import what'))
  const rows = [...section.matchAll(/^\| `(\w+)` \| (.*?) \|/gm)].map(([, folder, allowed]) => [
    folder!,
    [...allowed!.matchAll(/`([\w.]+)`/g)].map(([, name]) => name!),
  ])
  expect(Object.fromEntries(rows)).toEqual(MAY_IMPORT)
})

/** Everything that the files of a folder export, apart from its list. */
async function exportsOf(folder: string): Promise<unknown[]> {
  const paths = sourcesBelow(join(source, folder))
    .map(({ path }) => path)
    .filter(path => path !== 'index.ts')
  const modules = await Promise.all(paths.map(path => import(pathToFileURL(join(source, folder, path)).href)))
  return modules.flatMap(module => Object.values(module as object))
}

const has = (value: unknown, ...keys: string[]): boolean =>
  typeof value === 'object' && value !== null && keys.every(key => key in value)

const isOperation = (value: unknown): boolean => has(value, 'contract') && (has(value, 'handle') || has(value, 'list'))
const isKind = (value: unknown): boolean => has(value, 'name', 'load', 'fields')
const nameOf = (operation: Operation): string => operation.contract.name
const named = (values: readonly unknown[]): string[] => values.map(value => (value as { name: string }).name).sort()

test.each([
  { folder: 'api', listed: operations, listedKinds: kinds },
  { folder: 'control', listed: controlOperations, listedKinds: controlKinds },
])('$folder/index.ts lists every operation and every kind of its folder', async ({ folder, listed, listedKinds }) => {
  const exported = await exportsOf(folder)
  const declared = exported.filter(isOperation) as Operation[]
  expect(listed.map(nameOf).sort()).toEqual(declared.map(nameOf).sort())
  expect(named(listedKinds)).toEqual(named(exported.filter(isKind)))
})

test('jobs/index.ts lists every job of its folder', async () => {
  const declared = (await exportsOf('jobs')).filter(value => has(value, 'name', 'run'))
  expect(named(jobs)).toEqual(named(declared))
})

test('webhooks/fields/index.ts lists every field of its folder', async () => {
  const declared = (await exportsOf('webhooks/fields')).filter(value => has(value, 'name', 'events', 'value'))
  expect(named(fields)).toEqual(named(declared))
})

test.each(['api', 'control', 'jobs', 'webhooks/fields'])('the lists of %s/index.ts are sorted', folder => {
  const text = readFileSync(join(source, folder, 'index.ts'), 'utf8')
  const lists = [...text.matchAll(/: readonly \w+\[\] = \[([^\]]*)\]/g)].map(([, list]) => list!.match(/\w+/g) ?? [])
  expect(lists.length).toBeGreaterThan(0)
  for (const list of lists) expect(list).toEqual([...list].sort())
})

test('no two operations have the same name', () => {
  const names = [...operations, ...controlOperations].map(nameOf)
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
})

test('sizes of files are printed, not judged', () => {
  const sized = files.map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
  sized.sort((a, b) => a.lines - b.lines)
  const at = (share: number) => sized[Math.min(Math.floor(sized.length * share), sized.length - 1)]!
  const longest = sized
    .slice(-3)
    .reverse()
    .map(({ path, lines }) => `${path} ${lines}`)
    .join(', ')
  console.log(
    `server/src: ${sized.length} files, median ${at(0.5).lines} lines, p95 ${at(0.95).lines}, longest ${longest}`,
  )
  expect(sized.length).toBeGreaterThan(0)
})
