#!/usr/bin/env node
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { endWithScript } from './orphan.js'
import { isNewEnough, runPinned } from './runtime.js'

// Plain JavaScript that an old Node.js can read: its work is to find one that is new enough.
const bundle = new URL('../dist/landline.js', import.meta.url)
if (!isNewEnough()) {
  runPinned(fileURLToPath(import.meta.url), process.argv.slice(2))
} else if (existsSync(bundle)) {
  endWithScript(() => process.kill(process.pid, 'SIGTERM'))
  await import(bundle.href)
} else {
  console.error(
    'Landline has not been built yet, which happens after npm install with --ignore-scripts. Run: npm run build',
  )
  process.exit(1)
}
