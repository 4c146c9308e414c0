import { lookup } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'

/** Which addresses a stranger's URL may lead to. */
export interface AddressPolicy {
  /** A bot on the developer's own machine. */
  allowLoopback: boolean
  allowPrivate: boolean
}

/** An address that must not be called. */
class BlockedAddress extends Error {
  override readonly name = 'BlockedAddress'
}

export interface Address {
  address: string
  family: 4 | 6
}

type Net = readonly [net: string, bits: number]

const LOOPBACK_4: readonly Net[] = [['127.0.0.0', 8]]
const LOOPBACK_6: readonly Net[] = [['::1', 128]]

/** Private, link-local (cloud metadata among them), shared, multicast, reserved: https://www.iana.org/assignments/iana-ipv4-special-registry */
const CLOSED_4: readonly Net[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
]
/** The same, and those that carry an IPv4 address in them: https://www.iana.org/assignments/iana-ipv6-special-registry */
const CLOSED_6: readonly Net[] = [
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['2001::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
]

const loopback = blockList(LOOPBACK_4, LOOPBACK_6)
const closed = blockList(CLOSED_4, CLOSED_6)

function blockList(four: readonly Net[], six: readonly Net[]): BlockList {
  const list = new BlockList()
  for (const [net, bits] of four) list.addSubnet(net, bits, 'ipv4')
  for (const [net, bits] of six) list.addSubnet(net, bits, 'ipv6')
  return list
}

/** Whether an IP address may be called. IPv4 inside IPv6 (`::ffff:…`) is judged as the IPv4 it is, by the lists themselves. */
export function addressAllowed(address: string, policy: AddressPolicy): boolean {
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
  if (loopback.check(address, family)) return policy.allowLoopback
  return policy.allowPrivate || !closed.check(address, family)
}

/** The IP address that a URL's host is, written with or without brackets; undefined for a name. */
export function literalAddress(hostname: string): Address | undefined {
  const address = hostname.replace(/^\[|\]$/g, '')
  const family = isIP(address)
  return family === 0 ? undefined : { address, family: family as 4 | 6 }
}

/**
 * The addresses that a host stands for. They are looked up once and the call goes to one of them, so that they cannot
 * change between the check and the connection. Throws BlockedAddress when any of them may not be called, or the
 * resolver's own error.
 */
export async function resolveHost(hostname: string, policy: AddressPolicy): Promise<Address[]> {
  const literal = literalAddress(hostname)
  const found = literal ? [literal] : ((await lookup(hostname, { all: true })) as Address[])
  if (found.length === 0 || found.some(({ address }) => !addressAllowed(address, policy))) {
    throw new BlockedAddress(`${hostname} leads to an address that may not be called.`)
  }
  return found
}
