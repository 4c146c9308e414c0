import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { pagesSurface } from './pages.ts'

test('a page with a slash behind its name leads to the page, its query kept', async () => {
  const app = Fastify()
  pagesSurface(app, '/nowhere', { secret: undefined })
  for (const [asked, location] of [
    ['/phone/?customer=1', '/phone?customer=1'],
    ['/docs/', '/docs'],
  ]) {
    const answer = await app.inject(asked!)
    expect({ status: answer.statusCode, location: answer.headers.location }).toEqual({ status: 308, location })
  }
  expect((await app.inject('/')).statusCode).toBe(404)
  await app.close()
})
