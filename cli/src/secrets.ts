import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CommandError, type Terminal } from './terminal.ts'

export interface SecretFlags {
  token?: string
  data?: string
}

interface Secrets {
  access_token?: string
  app_secret?: string
}

/** Where the server of this machine keeps its data, unless it keeps none. */
export const dataFolder = ({ data }: SecretFlags, env: Terminal['env']): string =>
  data ?? (env.LANDLINE_DATA || '.landline')

/** What the server of this machine keeps for its developer; nothing when it runs elsewhere or in memory. */
function kept(flags: SecretFlags, env: Terminal['env']): Secrets {
  try {
    return JSON.parse(readFileSync(join(dataFolder(flags, env), 'credentials.json'), 'utf8')) as Secrets
  } catch {
    return {}
  }
}

/** An access token and an app secret as far as they are known here. */
export function secretsFor(flags: SecretFlags, env: Terminal['env']): Secrets {
  const fromFile = kept(flags, env)
  const access_token = flags.token ?? (env.LANDLINE_ACCESS_TOKEN || fromFile.access_token)
  const app_secret = env.LANDLINE_APP_SECRET || fromFile.app_secret
  return { ...(access_token ? { access_token } : {}), ...(app_secret ? { app_secret } : {}) }
}

export function accessToken(flags: SecretFlags, env: Terminal['env']): string {
  const { access_token } = secretsFor(flags, env)
  if (access_token) return access_token
  throw new CommandError(
    'There is no access token. Give the one that `npx landline start` printed with --token or LANDLINE_ACCESS_TOKEN, ' +
      'or name the data folder of the server with --data.',
  )
}
