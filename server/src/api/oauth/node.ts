import type { App } from '../../domain/accounts/apps.ts'
import { ClientSecretInvalid } from '../../domain/catalogue.ts'
import { Refused } from '../../domain/refusals.ts'
import type { Stored } from '../../domain/stored.ts'
import { sameText } from '../../graph/access.ts'
import { node } from '../../graph/node.ts'
import type { Read } from '../../store/read.ts'

export const OauthNode = node<object>({
  name: 'Oauth',
  summary: 'Where tokens are exchanged and revoked.',
  singleton: 'oauth',
  access: 'none',
  load: async () => ({}),
  fields: {},
})

/** The app that shows its credentials. */
export async function appBySecret(
  { client_id, client_secret }: { client_id: string; client_secret: string },
  read: Read,
): Promise<Stored<App>> {
  const app = await read.apps.find(client_id)
  if (!app || !sameText(app.secret, client_secret)) throw new Refused(ClientSecretInvalid)
  return app
}
