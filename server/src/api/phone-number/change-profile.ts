import { z } from 'zod'
import { PictureHandleNotUsable } from '../../domain/catalogue.ts'
import { dropUnset } from '../../domain/drop-unset.ts'
import type { PhoneNumber } from '../../domain/numbers/model.ts'
import type { Stored } from '../../domain/stored.ts'
import type { Io } from '../../graph/io.ts'
import { type Contract, operation, Success, success } from '../../graph/operation.ts'
import type { Read } from '../../store/read.ts'
import type { Unit } from '../../store/store.ts'
import { VERTICALS } from './profile.ts'
import { changePicture, copyPicture, dropPicture, type Picture } from './profile-picture.ts'

/** Lengths in characters. https://developers.facebook.com/documentation/business-messaging/whatsapp/business-profiles */
const UpdateProfile = z.looseObject({
  messaging_product: z.literal('whatsapp'),
  about: z.string().min(1).max(139).optional(),
  address: z.string().max(256).optional(),
  description: z.string().max(512).optional(),
  email: z.union([z.email().max(128), z.literal('')]).optional(),
  websites: z
    .array(z.url({ protocol: /^https?$/ }).max(256))
    .max(2)
    .optional(),
  vertical: z.enum(VERTICALS).optional(),
  profile_picture_handle: z.string().optional().describe('From the Resumable Upload API; empty for no picture.'),
})

type Given = z.output<typeof UpdateProfile>

/** How a profile is changed, whether by the id of the number or by its own. */
export const changingProfile = (
  way: Pick<Contract<Stored<PhoneNumber>, z.ZodType, z.ZodType>, 'on' | 'edge' | 'name' | 'summary'>,
) =>
  operation({
    ...way,
    method: 'POST',
    docs: 'business-profiles',
    access: ['whatsapp_business_messaging', 'whatsapp_business_management'],
    params: UpdateProfile,
    returns: Success,
    refusals: [PictureHandleNotUsable],
  })
    .before(({ node, params, ...outside }) => newPicture(node, params, outside))
    .run(async call => {
      await changeProfile(call, call.node, call.params, call.before)
      return success
    })

/** Copies the picture that a change brings along, before the change itself. Throws Refused when it is none. */
const newPicture = async (
  number: PhoneNumber,
  { profile_picture_handle: handle }: Given,
  outside: { io: Io; read: Read; now: number },
): Promise<Picture | undefined> => (handle ? copyPicture(handle, number, outside) : undefined)

/** Changes what is given of the profile of a number; an empty text takes a part away. */
async function changeProfile(
  unit: Unit,
  number: Stored<PhoneNumber>,
  params: Given,
  picture: Picture | undefined,
): Promise<void> {
  const { stage, now, record } = unit
  const { about, address, description, email, websites, vertical, profile_picture_handle } = params
  const profile_picture_id = picture ? changePicture(unit, number, picture) : profile_picture_handle
  if (profile_picture_id !== undefined) await dropPicture(unit, number.profile.profile_picture_id)
  const given = { about, address, description, email, websites, vertical, profile_picture_id }
  const profile = Object.fromEntries(
    Object.entries({ ...number.profile, ...dropUnset(given) }).filter(([, value]) => value !== ''),
  )
  stage.numbers.change({ ...number, profile })
  record({ type: 'profile.changed', at: now, account_id: number.account_id, phone_number_id: number.id })
}
