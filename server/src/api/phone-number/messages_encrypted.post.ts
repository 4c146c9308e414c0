import { z } from 'zod'
import * as catalogue from '../../domain/catalogue.ts'
import type { PhoneNumber } from '../../domain/numbers/model.ts'
import { Refused } from '../../domain/refusals.ts'
import type { Io } from '../../graph/io.ts'
import { operation } from '../../graph/operation.ts'
import { parseParams, type RawParams } from '../../graph/params.ts'
import { acceptMessage } from './message/accept-message.ts'
import { bindCloud } from './message/bind-cloud.ts'
import { MarkAsRead, readDraft, SendMessage } from './message/index.ts'
import { markRead } from './message/mark-read.ts'
import { sendMessage } from './messages.post.ts'
import { PhoneNumberNode } from './node.ts'

/** NOTE: known from the OpenAPI document alone. Refusals are plain, answers are for the client's key. */
export const sendEncryptedMessage = operation({
  on: PhoneNumberNode,
  edge: 'messages_encrypted',
  method: 'POST',
  name: 'sendEncryptedMessage',
  summary: 'Send a message, or mark one as read, by an encrypted body (JWE); the answer is encrypted, too.',
  docs: 'messages/send-messages',
  access: ['whatsapp_business_messaging'],
  denied: catalogue.NoSendPermission,
  params: z.looseObject({
    messaging_product: z.literal('whatsapp'),
    encrypted_contents: z.string().describe('JWE of what `/messages` takes.'),
  }),
  returns: z.object({ encrypted_contents: z.string() }),
  units: 'shared',
  refusals: [...(sendMessage.contract.refusals ?? []), catalogue.EncryptionNotEnabled, catalogue.EncryptionNotReadable],
})
  .before(({ node, params, io }) => opened(node, params.encrypted_contents, io))
  .run(async call => {
    const { node: number, read, before, caller } = call
    if ('status' in before.contents) {
      const read = await markRead(call, number, parseParams(MarkAsRead, before.contents))
      return { encrypted_contents: await before.seal(JSON.stringify(read)) }
    }
    const draft = readDraft(parseParams(SendMessage, before.contents), number)
    const answer = await acceptMessage(call, number, draft, bindCloud(read), { caller, params: before.contents })
    return { encrypted_contents: await before.seal(JSON.stringify(answer)) }
  })

interface Opened {
  contents: RawParams
  /** Encrypts for the client. */
  seal(text: string): Promise<string>
}

async function opened({ settings }: PhoneNumber, jwe: string, io: Io): Promise<Opened> {
  const { status, client_key, cloud } = settings?.encryption ?? {}
  if (status !== 'enabled' || !client_key || !cloud) throw new Refused(catalogue.EncryptionNotEnabled)
  const contents = objectIn(await io.openJwe(jwe, cloud.private_key))
  if (!contents) throw new Refused(catalogue.EncryptionNotReadable)
  return { contents, seal: text => io.sealJwe(text, client_key) }
}

function objectIn(text: string | undefined): RawParams | undefined {
  try {
    const value: unknown = JSON.parse(text ?? '')
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as RawParams) : undefined
  } catch {
    return undefined
  }
}
