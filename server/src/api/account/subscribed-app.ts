import { z } from 'zod'
import type { SubscribedApp } from '../../domain/accounts/apps.ts'
import type { Read } from '../../store/read.ts'

export const SubscribedAppView = z.object({
  whatsapp_business_api_data: z.object({ id: z.string(), link: z.string(), name: z.string() }),
  override_callback_uri: z.string().optional(),
})

/** A subscription as it is listed. */
export const viewOf = async (
  { app_id, override_callback_uri }: SubscribedApp,
  read: Read,
): Promise<z.output<typeof SubscribedAppView>> => ({
  whatsapp_business_api_data: {
    id: app_id,
    link: `https://www.facebook.com/games/?app_id=${app_id}`,
    name: (await read.apps.find(app_id))?.name ?? '',
  },
  ...(override_callback_uri ? { override_callback_uri } : {}),
})

/** Every subscription of an account, as its edge and its field list them. */
export async function subscribedApps(accountId: string, read: Read) {
  const subscribed = await read.subscribedApps.ofAccount(accountId)
  return { data: await Promise.all(subscribed.map(one => viewOf(one, read))) }
}
