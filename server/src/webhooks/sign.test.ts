import { expect, test } from 'vitest'
import { signatures } from './sign.ts'

// RFC 4231 and RFC 2202, test case 2.
test('both signatures are HMACs over the bytes with the secret', () => {
  expect(signatures(Buffer.from('what do ya want for nothing?'), 'Jefe')).toEqual({
    'x-hub-signature-256': 'sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    'x-hub-signature': 'sha1=effcdf6ae5eb2fa2d27416d5f184df9c259a7c79',
  })
})
