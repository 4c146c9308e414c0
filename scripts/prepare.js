import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { isNewEnough, pinnedNode, runPinned } from '../server/bin/runtime.js'

// npm runs this at the end of `npm ci`, so that `npm start` works right after it. It never makes an install fail for a
// reason that the next command explains better.
const build = fileURLToPath(new URL('./build.ts', import.meta.url))
const installed = name => existsSync(new URL(`../node_modules/${name}/package.json`, import.meta.url))

if (!installed('rolldown') || !installed('vite')) {
  console.log('Landline is not built: that takes the development dependencies. Install them, then run: npm run build')
} else if (isNewEnough()) {
  await import(new URL('./build.ts', import.meta.url).href)
} else if (pinnedNode()) {
  runPinned(build, [])
} else {
  console.log('Landline is not built: no Node.js for this machine came with the packages. See README.md.')
}
