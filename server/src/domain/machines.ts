import type { Machine } from './machine.ts'
import { templateLife } from './templates/life-machine.ts'

/** Every state machine there is; docs/states.md is drawn from this list by `npm run docs:states`. */
export const machines: readonly Machine[] = [templateLife]
