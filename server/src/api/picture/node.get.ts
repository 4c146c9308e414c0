import { z } from 'zod'
import { MediaLinkInvalid } from '../../domain/catalogue.ts'
import { pictureSignature } from '../../domain/messaging/media-url.ts'
import { Refused } from '../../domain/refusals.ts'
import { sameText } from '../../graph/access.ts'
import { node } from '../../graph/node.ts'
import { Bytes, operation } from '../../graph/operation.ts'

/** Where links to pictures of profiles lead. Everybody may follow them: phones have no tokens. */
export const ProfilePicturesNode = node<object>({
  name: 'ProfilePictures',
  summary: 'Pictures of business profiles.',
  singleton: 'profile_pictures',
  access: 'none',
  load: async () => ({}),
  fields: {},
})

export const getProfilePicture = operation({
  on: ProfilePicturesNode,
  method: 'GET',
  name: 'getProfilePicture',
  summary: 'The picture behind a `profile_picture_url`.',
  docs: 'business-profiles',
  access: 'none',
  params: z.looseObject({ mid: z.string(), hash: z.string() }),
  returns: Bytes,
  refusals: [MediaLinkInvalid],
}).run(async ({ params, read, sign }) => {
  const media = await read.media.find(params.mid)
  if (media?.origin !== 'picture' || !sameText(params.hash, sign(pictureSignature(media.id)))) {
    throw new Refused(MediaLinkInvalid)
  }
  const { blob, mime_type, file_size } = media
  return { blob, mime_type, file_size }
})
