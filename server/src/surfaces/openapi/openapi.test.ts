import { expect, test } from 'vitest'
import { kinds, operations } from '../../api/index.ts'
import { controlKinds, controlOperations } from '../../control/index.ts'
import { makeRegistry } from '../../graph/registry.ts'
import { openApiDocument } from './openapi.ts'

interface Described {
  operationId: string
  description?: string
  requestBody?: { content: { 'application/json': { schema: { anyOf?: object[] } } } }
}
const registry = makeRegistry([...kinds, ...controlKinds], [...operations, ...controlOperations])
const { paths } = openApiDocument(registry, '0.0.0') as { paths: { [path: string]: { [method: string]: Described } } }

test('sending is what POST messages is; marking as read is told behind it', () => {
  const [, messages] = Object.entries(paths).find(([path]) => path.endsWith('/messages'))!
  expect(messages.post!.operationId).toBe('sendMessage')
  expect(messages.post!.description).toContain('Also: Mark a received message')
  expect(messages.post!.requestBody!.content['application/json'].schema.anyOf).toHaveLength(2)
})

test('every operation is described, or told of behind the one it shares its path with', () => {
  const described = JSON.stringify(paths)
  for (const { contract } of registry.operations) {
    expect(described).toContain(contract.when ? JSON.stringify(contract.summary).slice(1, -1) : `"${contract.name}"`)
  }
})
