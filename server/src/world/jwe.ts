import {
  CompactEncrypt,
  compactDecrypt,
  decodeProtectedHeader,
  exportPKCS8,
  exportSPKI,
  generateKeyPair,
  importPKCS8,
  importSPKI,
} from 'jose'
import type { KeyPair } from '../graph/io.ts'

/**
 * Encrypted payloads, as the OpenAPI document lists their algorithms. RSA1_5 is left out: its padding tells attackers
 * too much, and the library that does the work no longer has it.
 * NOTE: keys and what is encrypted draw on the system's own chance, so that they alone differ from run to run.
 */
const KEY_ALGORITHMS = ['RSA-OAEP', 'RSA-OAEP-256']
const CONTENT_ALGORITHMS = ['A128GCM', 'A256GCM', 'A128CBC-HS256', 'A192CBC-HS384', 'A256CBC-HS512']

/** What answers are encrypted with. */
const ANSWERS = { alg: 'RSA-OAEP', enc: 'A256GCM' }

/** A new pair of 2048 bits. Slow: some tenths of a second. */
export async function newKeyPair(): Promise<KeyPair> {
  const { publicKey, privateKey } = await generateKeyPair('RSA-OAEP-256', { modulusLength: 2048, extractable: true })
  return { public_key: await exportSPKI(publicKey), private_key: await exportPKCS8(privateKey) }
}

/** The text inside, or undefined for whatever was not encrypted for this key by an algorithm of the list. */
export async function openJwe(jwe: string, privateKey: string): Promise<string | undefined> {
  try {
    const { alg = '' } = decodeProtectedHeader(jwe)
    if (!KEY_ALGORITHMS.includes(alg)) return undefined
    const { plaintext } = await compactDecrypt(jwe, await importPKCS8(privateKey, alg), {
      keyManagementAlgorithms: KEY_ALGORITHMS,
      contentEncryptionAlgorithms: CONTENT_ALGORITHMS,
    })
    return new TextDecoder('utf-8', { fatal: true }).decode(plaintext)
  } catch {
    return undefined
  }
}

/** A text that only the holder of the private key can read. */
export async function sealJwe(text: string, publicKey: string): Promise<string> {
  const key = await importSPKI(publicKey, ANSWERS.alg)
  return new CompactEncrypt(new TextEncoder().encode(text)).setProtectedHeader(ANSWERS).encrypt(key)
}
