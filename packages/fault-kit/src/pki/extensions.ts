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

/** Where the issuer's certificate, and word of a certificate's revocation, can be fetched. */
export function authorityInformationAccess(urls: {
  readonly caIssuers?: string | undefined
  readonly ocsp?: string | undefined
}): readonly Buffer[] {
  const access = (method: string, url: string | undefined): readonly Buffer[] =>
    url === undefined ? [] : [sequence(oid(method), element(0x86, Buffer.from(url)))]
  const all = [...access('1.3.6.1.5.5.7.48.1', urls.ocsp), ...access('1.3.6.1.5.5.7.48.2', urls.caIssuers)]
  return all.length === 0 ? [] : [extension('1.3.6.1.5.5.7.1.1', false, sequence(...all))]
}

/** The demand that a server staple an OCSP answer (RFC 7633). */
export function mustStaple(): Buffer {
  return extension('1.3.6.1.5.5.7.1.24', false, sequence(integer(Buffer.of(5))))
}

/** Signed certificate timestamps (RFC 6962) of these times; their signatures are none. */
export function timestamps(times: readonly Date[]): Buffer {
  const each = times.map((time) => {
    const sct = Buffer.alloc(1 + 32 + 8 + 2 + 4)
    sct.writeBigUInt64BE(BigInt(time.getTime()), 33)
    return Buffer.concat([uint16(sct.length), sct])
  })
  const list = Buffer.concat(each)
  return extension('1.3.6.1.4.1.11129.2.4.2', false, octets(Buffer.concat([uint16(list.length), list])))
}

function uint16(value: number): Buffer {
  return Buffer.of(value >> 8, value & 255)
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
