import { createHash, createPublicKey } from 'node:crypto'
import { InvalidParameter, Param } from '../../domain/catalogue.ts'
import type { PhoneNumber } from '../../domain/numbers/model.ts'
import type { PayloadEncryption } from '../../domain/numbers/settings.ts'
import { Refused } from '../../domain/refusals.ts'
import type { Io } from '../../graph/io.ts'
import { isRsaKey } from './public-key.ts'

interface Asked {
  status: 'enabled' | 'disabled'
  client_encryption_key?: string | undefined
}

/**
 * The keys of a number once encryption is switched on or off. Its own pair is made when it is first needed, and kept.
 * Throws Refused for what is no public key of 2048 bits, as PEM in base64.
 */
export async function changedEncryption(
  { settings }: PhoneNumber,
  { status, client_encryption_key: encoded }: Asked,
  io: Io,
): Promise<PayloadEncryption> {
  const before = settings?.encryption
  if (status === 'disabled') return { ...before, status }
  if (encoded === undefined) {
    throw new Refused(Param("The parameter payload_encryption['client_encryption_key'] is required."))
  }
  const client_key = Buffer.from(encoded, 'base64').toString()
  if (!isRsaKey(client_key)) throw new Refused(InvalidParameter('client_encryption_key is not valid.'))
  return { status, client_key, cloud: before?.cloud ?? (await io.newKeyPair()) }
}

/** What a read tells of it: the client's key by its fingerprint, ours as PEM in base64. */
export function encryptionView(encryption: PayloadEncryption | undefined) {
  if (encryption?.status !== 'enabled') return { status: 'disabled' as const }
  const { client_key, cloud } = encryption
  return {
    status: 'enabled' as const,
    client_encryption_key_fingerprint: fingerprint(client_key!),
    cloud_encryption_key: Buffer.from(cloud!.public_key).toString('base64'),
  }
}

/** `SHA256:` and the hash of the key's DER in hex. */
function fingerprint(pem: string): string {
  const der = createPublicKey(pem).export({ type: 'spki', format: 'der' })
  return `SHA256:${createHash('sha256').update(der).digest('hex')}`
}
