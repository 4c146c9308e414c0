import { isIP } from 'node:net'
import { lookup } from 'node:dns/promises'
import { BlockList } from 'node:net'

/** Which addresses a stranger's URL may lead to. */
export interface AddressPolicy {
  /** A bot on the developer's own machine. */
  allowLoopback: boolean
  allowPrivate: boolean
}

/** An address that must not be called. */
export class BlockedAddress extends Error {}

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8)
loopback.addAddress('::1', 'ipv6')

/** Private, link-local (cloud metadata among them), shared, multicast, reserved. */
const closed = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const) {
  closed.addSubnet(net, bits)
}
for (const [net, bits] of [
  ['::', 128],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
  ['64:ff9b::', 96],
] as const) {
  closed.addSubnet(net, bits, 'ipv6')
}

/** Whether an IP address may be called. IPv4 inside IPv6 is judged as the IPv4 it is. */
export function addressAllowed(address: string, policy: AddressPolicy): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  const ip = mapped ?? address
  const family = isIP(ip) === 6 ? 'ipv6' : 'ipv4'
  if (loopback.check(ip, family)) return policy.allowLoopback
  return policy.allowPrivate || !closed.check(ip, family)
}

/**
 * The address that a host name stands for, looked up once and pinned for the call, so that it cannot change between
 * the check and the connection. Throws BlockedAddress, or the resolver's own error.
 */
export async function resolveHost(hostname: string, policy: AddressPolicy): Promise<{ address: string; family: 4 | 6 }> {
  const bare = hostname.replace(/^\[|\]$/g, '')
  const literal = isIP(bare)
  const found = literal ? [{ address: bare, family: literal }] : await lookup(bare, { all: true })
  const allowed = found.find(({ address }) => addressAllowed(address, policy))
  if (!allowed || found.some(({ address }) => !addressAllowed(address, policy))) {
    throw new BlockedAddress(`${hostname} leads to an address that is not public.`)
  }
  return { address: allowed.address, family: allowed.family as 4 | 6 }
}
