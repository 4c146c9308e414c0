import { fileURLToPath } from 'node:url'
import { isNewEnough, pinnedNode, runPinned } from '../server/bin/runtime.js'
import { canBuild, HOW_TO_BUILD } from './tools.js'

// npm runs this at the end of `npm ci`, so that `npm start` works right after it. It never makes an install fail for a
// reason that the next command explains better.
const build = fileURLToPath(new URL('./build.ts', import.meta.url))

if (!canBuild()) {
  console.log(HOW_TO_BUILD)
} else if (isNewEnough()) {
  await import(new URL('./build.ts', import.meta.url).href)
} else if (pinnedNode()) {
  runPinned(build, [])
} else {
  console.log('Landline is not built: no Node.js for this machine came with the packages. See README.md.')
}
