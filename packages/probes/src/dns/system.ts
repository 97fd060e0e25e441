import { domainToASCII } from 'node:url'

import { hostKind, isLoopback } from '@mongowhy/core'
import type { DnsRecord, DnsSighting } from '@mongowhy/core'

import type { Bound } from '../bound.ts'
import { addressesInHostsFile } from './hosts.ts'
import { lookUpInChild } from './lookup-child.ts'
import type { LookedUp } from './lookup-child.ts'
import type { DnsOutcome } from './outcome.ts'

/** Asks `getaddrinfo`, outside of this process. */
export type LookUp = (name: string, bound: Bound) => Promise<LookedUp>

/** What the operating system (`getaddrinfo`) makes of a name, both families by one call. */
export interface SystemAnswer {
  readonly a: DnsSighting
  readonly aaaa: DnsSighting
  /** The addresses in the order in which the system gives them, which is the order in which the driver tries them. */
  readonly order: readonly string[]
}

/**
 * Asks the operating system for a host's addresses, as the driver does. Literals, `localhost` and names of the hosts
 * file are answered here; others by a child process, since `getaddrinfo` cannot be cancelled and keeps a process from
 * ending.
 */
export async function resolveSystem(
  name: string,
  bound: Bound,
  lookUp: LookUp = lookUpInChild,
): Promise<SystemAnswer> {
  const kind = hostKind(name)
  if (kind === 'ipv4' || kind === 'ipv6') return answer(name, { addresses: [name] })
  const local = await localAddresses(name)
  if (local.length > 0) return answer(name, { addresses: local })
  const ascii = domainToASCII(name)
  // What no resolver would be asked: not a name, or one that a command line would take for an option.
  if (!/^[a-z0-9_][a-z0-9._-]*$/.test(ascii) || ascii.length > 254)
    return answer(name, { failed: 'EBADNAME' })
  return answer(name, await lookUp(ascii, bound))
}

async function localAddresses(name: string): Promise<readonly string[]> {
  const listed = await addressesInHostsFile(name)
  const both =
    listed.some((address) => hostKind(address) === 'ipv6') &&
    listed.some((address) => hostKind(address) === 'ipv4')
  if (isLoopback(name)) {
    if (listed.length === 0) return ['::1', '127.0.0.1']
    return both
      ? listed.toSorted((a, b) => Number(hostKind(a) === 'ipv4') - Number(hostKind(b) === 'ipv4'))
      : listed
  }
  // How the system orders two families depends on its routes and its own table: it must be asked.
  return both ? [] : listed
}

/** What a look-up gave, as the sightings of both families. */
export function answer(
  name: string,
  looked: LookedUp,
  transport: 'getaddrinfo' | 'lookup' = 'getaddrinfo',
): SystemAnswer {
  const sighting = (type: 'A' | 'AAAA', outcome: DnsOutcome): DnsSighting => ({
    name,
    type,
    server: null,
    transport,
    ...outcome,
  })
  if ('failed' in looked) {
    const outcome = failure(looked.failed)
    return { a: sighting('A', outcome), aaaa: sighting('AAAA', outcome), order: [] }
  }
  const order = looked.addresses
  return {
    a: sighting('A', family(order, 'A')),
    aaaa: sighting('AAAA', family(order, 'AAAA')),
    order,
  }
}

function family(addresses: readonly string[], type: 'A' | 'AAAA'): DnsOutcome {
  const kind = type === 'A' ? 'ipv4' : 'ipv6'
  const records: readonly DnsRecord[] = addresses
    .filter((address) => hostKind(address) === kind)
    .map((address) => ({ type, address }))
  return records.length === 0 ? { outcome: 'nodata' } : { outcome: 'answer', records, total: records.length }
}

// getaddrinfo has one word for a name that does not exist and one that has no address.
function failure(code: string): DnsOutcome {
  switch (code) {
    case 'ENOTFOUND':
      return { outcome: 'nxdomain' }
    case 'EAI_AGAIN':
      return { outcome: 'temporary' }
    case 'ETIMEOUT':
      return { outcome: 'timeout' }
    default:
      return { outcome: 'failed', code }
  }
}
