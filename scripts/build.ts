import { execFileSync } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { builtinModules, createRequire } from 'node:module'
import { join } from 'node:path'
import { type Plugin, rolldown } from 'rolldown'
import { build } from 'vite'

const root = join(import.meta.dirname, '..')
const dist = join(root, 'server/dist')

/** Loaded as they are: they start workers or choose optional parts by the names of their own files. */
const EXTERNAL = ['pino', 'pg']

/** Fastify asks for them only for schemas of routes, which there are none of, and for calls without a network. */
const LEFT_OUT = ['@fastify/ajv-compiler', '@fastify/fast-json-stringify-compiler', 'light-my-request']

/**
 * The server and the command line share their chunks, so that a consumer command loads no server. Other dependencies
 * are bundled: one file is read far faster than some hundred.
 */
async function bundle(): Promise<void> {
  const task = await rolldown({
    input: {
      index: join(root, 'server/src/index.ts'),
      landline: join(root, 'cli/src/main.ts'),
      'sqlite-thread': join(root, 'server/src/store/sqlite/thread.ts'),
    },
    platform: 'node',
    external: id =>
      id.startsWith('node:') ||
      builtinModules.includes(id) ||
      LEFT_OUT.includes(id) ||
      EXTERNAL.some(name => id === name || id.startsWith(`${name}/`)),
    onLog: (level, log, print) => level === 'warn' && print('warn', log),
  })
  await task.write({
    dir: dist,
    format: 'esm',
    sourcemap: false,
    chunkFileNames: '[name]-[hash].js',
    comments: { legal: true, annotation: false, jsdoc: false },
    plugins: [onlyAscii],
  })
  await task.close()
}

/**
 * The engine keeps the text of a program in memory, with two bytes for each character as soon as one of them needs two.
 * Outside comments such characters stand in strings and patterns, where an escape means the same.
 */
const onlyAscii: Plugin = {
  name: 'only-ascii',
  generateBundle(_, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type === 'chunk') file.code = file.code.replace(/[^\0-\x7f]/g, escaped)
    }
  },
}

const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`

/** Declarations of the library, for those who call it from TypeScript. What does not type-check is for `npm run check`. */
function declarations(): void {
  const tsc = join(createRequire(import.meta.url).resolve('typescript/package.json'), '../bin/tsc')
  const options = [
    ...['--ignoreConfig', '--declaration', '--emitDeclarationOnly', '--allowImportingTsExtensions', '--skipLibCheck'],
    ...['--strict', '--target', 'es2024', '--lib', 'es2024,esnext.iterator,esnext.collection', '--module', 'nodenext'],
    ...['--types', 'node', '--rootDir', 'server/src', '--outDir', 'server/dist/types', 'server/src/index.ts'],
  ]
  try {
    execFileSync(process.execPath, [tsc, ...options], { cwd: root, stdio: 'pipe' })
  } catch (error) {
    if (!existsSync(join(dist, 'types/index.d.ts'))) throw error
  }
}

rmSync(dist, { recursive: true, force: true })
await bundle()
declarations()
await build({ root: join(root, 'console'), logLevel: 'warn' })
console.log('Built server/dist.')
