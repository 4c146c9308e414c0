import { cure, isNewEnough } from '../server/bin/runtime.js'

// Runs before scripts that are written in TypeScript: an old Node.js would stop at their first type with a riddle.
if (!isNewEnough()) {
  console.error(cure())
  process.exit(1)
}
