import { openSqlite } from '../sqlite/open.ts'
import { storeProperties, type WithNodes } from './property.ts'

const inMemory: WithNodes = async (_, work) => {
  const driver = openSqlite()
  await work([driver]).finally(() => driver.close())
}

// Nodes never share a SQLite file, so there is nothing to interleave.
storeProperties('SQLite', inMemory, { sequences: 1000, interleavings: 0 })
