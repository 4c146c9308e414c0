import { describe, expect, test } from 'vitest'
import { type AddressPolicy, addressAllowed, resolveHost } from './guard.ts'

const STRICT: AddressPolicy = { allowLoopback: false, allowPrivate: false }
const HOME: AddressPolicy = { allowLoopback: true, allowPrivate: false }
const OPEN: AddressPolicy = { allowLoopback: true, allowPrivate: true }

describe('addresses', () => {
  test.each(['93.184.216.34', '8.8.8.8', '172.32.0.1', '2606:2800:220:1:248:1893:25c8:1946', '::ffff:8.8.8.8'])(
    '%s is public',
    address => expect(addressAllowed(address, STRICT)).toBe(true),
  )

  test.each(['127.0.0.1', '127.8.9.1', '::1', '::ffff:127.0.0.1', '::ffff:7f00:1'])('%s is loopback', address => {
    expect(addressAllowed(address, STRICT)).toBe(false)
    expect(addressAllowed(address, HOME)).toBe(true)
  })

  test.each([
    '0.0.0.0',
    '10.0.0.1',
    '100.64.0.1',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::ffff:10.0.0.1',
    '::ffff:a9fe:a9fe',
    '64:ff9b::a00:1',
    '2002:a00:1::',
    'fd00:ec2::254',
    'fe80::1',
    'ff02::1',
  ])('%s is not public', address => {
    expect(addressAllowed(address, STRICT)).toBe(false)
    expect(addressAllowed(address, HOME)).toBe(false)
    expect(addressAllowed(address, OPEN)).toBe(true)
  })
})

describe('hosts', () => {
  test.each(['127.0.0.1', '[::1]', 'localhost', '[::ffff:7f00:1]'])('%s is refused from elsewhere', async host => {
    await expect(resolveHost(host, STRICT)).rejects.toMatchObject({ name: 'BlockedAddress' })
  })

  test('every address of an allowed host may be tried', async () => {
    const found = await resolveHost('localhost', HOME)
    expect(found.length).toBeGreaterThan(0)
    expect(found.every(({ address }) => addressAllowed(address, HOME))).toBe(true)
  })
})
