import { rmSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { rolldown } from 'rolldown'
import { build } from 'vite'

const root = join(import.meta.dirname, '..')
const dist = join(root, 'server/dist')

/** Loaded as they are: they start workers or choose optional parts by the names of their own files. */
const EXTERNAL = ['pino', 'pg']

/**
 * The server and the command line share their chunks, so that a consumer command loads no server. Other dependencies
 * are bundled: one file is read far faster than some hundred.
 */
async function bundle(): Promise<void> {
  const task = await rolldown({
    input: { index: join(root, 'server/src/index.ts'), landline: join(root, 'cli/src/main.ts') },
    platform: 'node',
    external: id =>
      id.startsWith('node:') ||
      builtinModules.includes(id) ||
      EXTERNAL.some(name => id === name || id.startsWith(`${name}/`)),
    onLog: (level, log, print) => level === 'warn' && print('warn', log),
  })
  await task.write({ dir: dist, format: 'esm', sourcemap: false, chunkFileNames: '[name]-[hash].js' })
  await task.close()
}

rmSync(dist, { recursive: true, force: true })
await bundle()
await build({ root: join(root, 'console'), logLevel: 'warn' })
console.log('Built server/dist.')
