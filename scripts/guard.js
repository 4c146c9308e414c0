import { cure, isNewEnough } from '../server/bin/runtime.js'
import { canBuild, HOW_TO_BUILD } from './tools.js'

// Runs before scripts that are written in TypeScript: an old Node.js would stop at their first type with a riddle.
if (!isNewEnough()) {
  console.error(cure())
  process.exit(1)
}
if (process.argv[2] === 'build' && !canBuild()) {
  console.error(HOW_TO_BUILD)
  process.exit(1)
}
