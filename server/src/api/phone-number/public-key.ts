import { createPublicKey } from 'node:crypto'

/** Bits of the key that businesses encrypt with. */
const RSA_BITS = 2048

/** Whether a text is the PEM of a public 2048-bit RSA key. */
export function isRsaKey(pem: string): boolean {
  if (!/^\s*-----BEGIN (?:RSA )?PUBLIC KEY-----/.test(pem)) return false
  try {
    const key = createPublicKey(pem)
    return key.asymmetricKeyType === 'rsa' && key.asymmetricKeyDetails?.modulusLength === RSA_BITS
  } catch {
    return false
  }
}
