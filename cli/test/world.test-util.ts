import { beforeEach, expect } from 'vitest'
import { worldAndBot } from '../../server/test/shared-world.ts'
import { line } from './line.test-util.ts'

/** A world for all tests of a file, which the command itself puts back to its seed before each, and command lines to it. */
export async function worldOnTheLine() {
  const { w, bot } = await worldAndBot()
  const { landline } = w
  const env: Record<string, string> = {
    LANDLINE_URL: landline.url,
    LANDLINE_ACCESS_TOKEN: landline.access_token,
    LANDLINE_APP_SECRET: landline.app_secret,
  }
  beforeEach(async () => {
    await line(['reset'], env)
  })
  return {
    landline,
    client: w,
    bot,
    env,
    /** What a command that succeeds prints. */
    async landlineSays(...args: string[]): Promise<string> {
      const outcome = await line(args, env)
      expect(outcome.err).toBe('')
      expect(outcome.code).toBe(0)
      return outcome.out
    },
    /** What a command that fails prints instead. */
    async refused(...args: string[]): Promise<string> {
      const outcome = await line(args, env)
      expect(outcome.out).toBe('')
      expect(outcome.code).toBe(1)
      return outcome.err
    },
  }
}
