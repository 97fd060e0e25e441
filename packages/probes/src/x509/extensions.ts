import { elementAt, elementsIn, oidText } from './der.ts'
import type { Element } from './der.ts'

export interface Subtrees {
  readonly permitted: readonly GeneralName[]
  readonly excluded: readonly GeneralName[]
}

export type GeneralName =
  | { readonly is: 'dns'; readonly name: string }
  | { readonly is: 'address'; readonly bytes: Buffer }
  | { readonly is: 'other' }

/** What certificates say in extensions and node:crypto does not tell. */
export interface Extensions {
  readonly ca: boolean
  readonly hasConstraints: boolean
  readonly pathLength: number | null
  /** null: no key usage extension, so every use is allowed. */
  readonly mayCertify: boolean | null
  /** Whether the key may take part in TLS; null as above. */
  readonly maySecure: boolean | null
  /** The first critical extension that OpenSSL does not handle, and so refuses; null where there is none. */
  readonly unhandled: string | null
  /** OIDs; null: no such extension. */
  readonly purposes: readonly string[] | null
  readonly altNames: readonly GeneralName[] | null
  readonly subtrees: Subtrees | null
  readonly caIssuers: readonly string[]
  readonly ocspResponders: readonly string[]
  readonly mustStaple: boolean
  /** Times of the signed certificate timestamps (RFC 6962). */
  readonly loggedAt: readonly Date[]
}

/** Reads the extensions of RFC 5280 that decide whether a chain is accepted. */
export function readExtensions(tagged: Buffer | null): Extensions {
  const list = tagged === null ? null : elementAt(tagged)
  const found = new Map<string, Buffer>()
  let unhandled: string | null = null
  for (const extension of list === null ? [] : elementsIn(list.content)) {
    const parts = elementsIn(extension.content)
    const value = parts.at(-1)
    if (parts[0]?.tag !== 0x06 || value?.tag !== 0x04) continue
    const oid = oidText(parts[0].content)
    found.set(oid, value.content)
    const critical = parts[1]?.tag === 0x01 && parts[1].content[0] !== 0
    if (critical && !handled.has(oid)) unhandled ??= oid
  }
  const inner = (oid: string): readonly Element[] | null => {
    const value = found.get(oid)
    const element = value === undefined ? null : elementAt(value)
    return element === null ? null : elementsIn(element.content)
  }
  const constraints = inner('2.5.29.19')
  const length = constraints?.find(({ tag }) => tag === 0x02)
  return {
    ca: constraints?.some(({ tag, content }) => tag === 0x01 && content[0] !== 0) ?? false,
    hasConstraints: constraints !== null,
    pathLength:
      length === undefined || length.content.length === 0 || length.content.length > 2
        ? null
        : length.content.readUIntBE(0, length.content.length),
    // Bit 5 is keyCertSign; bits 0, 2 and 4 digitalSignature, keyEncipherment and keyAgreement (RFC 5280, 4.2.1.3).
    mayCertify: keyUsage(found.get('2.5.29.15'), 0x04),
    maySecure: keyUsage(found.get('2.5.29.15'), 0xa8),
    unhandled,
    purposes: inner('2.5.29.37')?.map(({ content }) => oidText(content)) ?? null,
    altNames: inner('2.5.29.17')?.map(generalName) ?? null,
    subtrees: subtreesIn(inner('2.5.29.30')),
    caIssuers: locations(inner('1.3.6.1.5.5.7.1.1'), '1.3.6.1.5.5.7.48.2'),
    ocspResponders: locations(inner('1.3.6.1.5.5.7.1.1'), '1.3.6.1.5.5.7.48.1'),
    // RFC 7633: a list of TLS extensions; 5 is status_request.
    mustStaple:
      inner('1.3.6.1.5.5.7.1.24')?.some(({ content }) => content.length === 1 && content[0] === 5) ?? false,
    loggedAt: timestampsIn(found.get('1.3.6.1.4.1.11129.2.4.2')),
  }
}

/** Extensions that OpenSSL handles when they are critical (X509_supported_extension). */
const handled: ReadonlySet<string> = new Set([
  '2.16.840.1.113730.1.1',
  '2.5.29.15',
  '2.5.29.17',
  '2.5.29.19',
  '2.5.29.30',
  '2.5.29.31',
  '2.5.29.32',
  '2.5.29.33',
  '2.5.29.36',
  '2.5.29.37',
  '2.5.29.54',
  '1.3.6.1.5.5.7.1.7',
  '1.3.6.1.5.5.7.1.8',
  '1.3.6.1.5.5.7.1.14',
])

function keyUsage(value: Buffer | undefined, mask: number): boolean | null {
  const bits = value === undefined ? null : elementAt(value)
  if (bits === null || bits.tag !== 0x03) return null
  return ((bits.content[1] ?? 0) & mask) !== 0
}

function generalName({ tag, content }: Element): GeneralName {
  if (tag === 0x82) return { is: 'dns', name: content.toString('latin1').slice(0, 256) }
  return tag === 0x87 ? { is: 'address', bytes: content } : { is: 'other' }
}

function subtreesIn(parts: readonly Element[] | null): Subtrees | null {
  if (parts === null) return null
  const names = (wanted: number): readonly GeneralName[] =>
    parts
      .filter(({ tag }) => tag === wanted)
      .flatMap(({ content }) => elementsIn(content))
      .flatMap(({ content }) => elementsIn(content).slice(0, 1).map(generalName))
  return { permitted: names(0xa0), excluded: names(0xa1) }
}

/** Addresses of one access method (RFC 5280, 4.2.2.1). */
function locations(descriptions: readonly Element[] | null, wanted: string): readonly string[] {
  return (descriptions ?? []).flatMap(({ content }) => {
    const [method, location] = elementsIn(content)
    if (method === undefined || location === undefined) return []
    if (oidText(method.content) !== wanted || location.tag !== 0x86) return []
    return [location.content.toString('latin1').slice(0, 256)]
  })
}

const mostTimestamps = 8

/** A list of SCTs: each is a version, the log's id of 32 bytes, then the time in milliseconds. */
function timestampsIn(value: Buffer | undefined): readonly Date[] {
  const list = (value === undefined ? null : elementAt(value)?.content) ?? Buffer.alloc(0)
  const found: Date[] = []
  for (let at = 2; at + 2 + 41 <= list.length && found.length < mostTimestamps;) {
    const length = list.readUInt16BE(at)
    const time = Number(list.readBigUInt64BE(at + 2 + 33))
    if (list[at + 2] === 0 && time < 8.64e15) found.push(new Date(time))
    at += 2 + length
  }
  return found
}
