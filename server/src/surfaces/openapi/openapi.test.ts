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

test('a file is a part of a form, and a piece of one is bytes with their place in a header', () => {
  const post = (path: string) =>
    Object.entries(paths).find(([one]) => one.endsWith(path))![1].post as unknown as {
      requestBody: { content: { [type: string]: { schema: { properties?: object } } } }
      parameters: { name: string; in: string; required: boolean }[]
    }
  const { content } = post('/media').requestBody
  expect(Object.keys(content)).toEqual(['multipart/form-data'])
  expect(content['multipart/form-data']!.schema.properties).toMatchObject({
    file: { type: 'string', format: 'binary' },
  })
  expect(Object.keys(post('/say').requestBody.content)).toEqual(['application/json', 'multipart/form-data'])
  const upload = post('/{upload_session_id}')
  expect(Object.keys(upload.requestBody.content)).toEqual(['application/octet-stream'])
  expect(upload.parameters).toContainEqual(
    expect.objectContaining({ name: 'file_offset', in: 'header', required: true }),
  )
  expect(upload.parameters).toContainEqual(expect.objectContaining({ name: 'sig', in: 'query' }))
})

test('every operation is described, or told of behind the one it shares its path with', () => {
  const described = JSON.stringify(paths)
  for (const { contract } of registry.operations) {
    expect(described).toContain(contract.when ? JSON.stringify(contract.summary).slice(1, -1) : `"${contract.name}"`)
  }
})
