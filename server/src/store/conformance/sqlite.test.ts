import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { openSqlite } from '../sqlite/open.ts'
import { storeConformance } from './suite.ts'
import { trafficConformance } from './traffic.ts'
import { wholeConformance } from './whole.ts'

const root = mkdtempSync(join(tmpdir(), 'landline-store-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
const folder = () => mkdtempSync(join(root, 'data-'))

storeConformance('SQLite in memory', async () => openSqlite())
storeConformance('SQLite on disk', async () => openSqlite(folder()))
storeConformance('SQLite on disk, written by a thread', async () => openSqlite(folder(), 'always'))
trafficConformance('SQLite', async () => openSqlite())
wholeConformance('SQLite in memory', async () => openSqlite())
wholeConformance('SQLite on disk', async () => openSqlite(folder()))
wholeConformance('SQLite on disk, written by a thread', async () => openSqlite(folder(), 'always'))
