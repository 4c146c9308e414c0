import { z } from 'zod'
import { PictureHandleNotUsable } from '../../domain/catalogue.ts'
import { operation, Success, success } from '../../graph/operation.ts'
import { PhoneNumberNode } from './node.ts'
import { VERTICALS } from './profile.ts'
import { changePicture, copyPicture, dropPicture } from './profile-picture.ts'

/** Lengths in characters. https://developers.facebook.com/documentation/business-messaging/whatsapp/business-profiles */
export const updateBusinessProfile = operation({
  on: PhoneNumberNode,
  edge: 'whatsapp_business_profile',
  method: 'POST',
  name: 'updateBusinessProfile',
  summary: 'Change what customers see of the business.',
  docs: 'business-profiles',
  access: ['whatsapp_business_messaging', 'whatsapp_business_management'],
  params: z.looseObject({
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
  }),
  returns: Success,
  refusals: [PictureHandleNotUsable],
})
  .before(async ({ node: number, params: { profile_picture_handle: handle }, io, read, now }) => ({
    picture: handle ? await copyPicture(handle, number, { io, read, now }) : undefined,
  }))
  .run(async call => {
    const { node: number, params, before, stage, now, record } = call
    const { about, address, description, email, websites, vertical, profile_picture_handle } = params
    const { picture } = before
    const profile_picture_id = picture ? changePicture(call, number, picture) : profile_picture_handle
    if (profile_picture_id !== undefined) await dropPicture(call, number.profile.profile_picture_id)
    const given = { about, address, description, email, websites, vertical, profile_picture_id }
    const profile = Object.fromEntries(
      Object.entries({ ...number.profile, ...dropUnset(given) }).filter(([, value]) => value !== ''),
    )
    stage.numbers.change({ ...number, profile })
    record({ type: 'profile.changed', at: now, account_id: number.account_id, phone_number_id: number.id })
    return success
  })

const dropUnset = <T extends object>(object: T): Partial<T> =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as Partial<T>
