import { writeFileSync } from 'node:fs'
import { kinds, operations } from '../server/src/api/index.ts'
import { permissionsPage } from './permissions-table.ts'

writeFileSync(new URL('../docs/permissions.md', import.meta.url), permissionsPage(kinds, operations))
