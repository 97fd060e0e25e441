import { isIP } from 'node:net'

import { bits, boolean, element, explicit, integer, octets, oid, sequence } from './der.ts'
import { addressBytes } from './address-bytes.ts'
import type { Purpose } from './options.ts'

/** Extensions of RFC 5280, section 4.2, as DER. */
export function basicConstraints(ca: boolean, pathLength: number | undefined): Buffer {
  const fields = ca ? [boolean(true)] : []
  if (ca && pathLength !== undefined) fields.push(integer(Buffer.from([pathLength])))
  return extension('2.5.29.19', true, sequence(...fields))
}

/** Certificate and list signing for an authority; digital signature and key encipherment for others. */
export function keyUsage(ca: boolean): Buffer {
  return extension(
    '2.5.29.15',
    true,
    ca ? bits(Buffer.from([0b0000_0110]), 1) : bits(Buffer.from([0b1010_0000]), 5),
  )
}

export function extendedKeyUsage(purpose: Purpose): Buffer {
  const server = oid('1.3.6.1.5.5.7.3.1')
  const client = oid('1.3.6.1.5.5.7.3.2')
  const purposes = purpose === 'both' ? [server, client] : [purpose === 'server' ? server : client]
  return extension('2.5.29.37', false, sequence(...purposes))
}

export function alternativeNames(names: readonly string[], addresses: readonly string[]): Buffer {
  return extension(
    '2.5.29.17',
    false,
    sequence(
      ...names.map((name) => element(0x82, Buffer.from(name))),
      ...addresses
        .filter((address) => isIP(address) > 0)
        .map((address) => element(0x87, addressBytes(address))),
    ),
  )
}

/** Permitted subtrees of DNS names. */
export function nameConstraints(suffixes: readonly string[]): Buffer {
  const subtrees = suffixes.map((suffix) => sequence(element(0x82, Buffer.from(suffix))))
  return extension('2.5.29.30', true, sequence(explicit(0, ...subtrees)))
}

export function authorityInformationAccess(caIssuersUrl: string): Buffer {
  const access = sequence(oid('1.3.6.1.5.5.7.48.2'), element(0x86, Buffer.from(caIssuersUrl)))
  return extension('1.3.6.1.5.5.7.1.1', false, sequence(access))
}

export function subjectKeyIdentifier(identifier: Uint8Array): Buffer {
  return extension('2.5.29.14', false, octets(identifier))
}

export function authorityKeyIdentifier(identifier: Uint8Array): Buffer {
  return extension('2.5.29.35', false, sequence(element(0x80, identifier)))
}

function extension(id: string, critical: boolean, value: Uint8Array): Buffer {
  return critical ? sequence(oid(id), boolean(true), octets(value)) : sequence(oid(id), octets(value))
}
