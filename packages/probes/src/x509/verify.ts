import { hostKind } from '@mongowhy/core'
import type { ChainDefect, Verification } from '@mongowhy/core'

import { readCertificate } from './certificate.ts'
import type { Certificate } from './certificate.ts'
import { altNamesOf, isoDate, keyText, weakDigestOf } from './facts.ts'
import { forbiddenName, isFor } from './host-name.ts'
import { nameText } from './name-text.ts'
import { buildPaths } from './path.ts'
import type { Path } from './path.ts'
import type { TrustStore } from './store.ts'

export interface Expectation {
  readonly host: string
  readonly now: Date
}

/** serverAuth, and Microsoft's and Netscape's server gated cryptography. OpenSSL does not take anyExtendedKeyUsage for one of them. */
const forServers: readonly string[] = ['1.3.6.1.5.5.7.3.1', '1.3.6.1.4.1.311.10.3.3', '2.16.840.1.113730.4.1']

/**
 * Judges a chain, DER as sent with the leaf first, against one store: all of its defects, not the first. `trusted` is what
 * a client with that store would say; a defect that clients let pass is listed all the same.
 */
export function verifyChain(chain: readonly Buffer[], store: TrustStore, expect: Expectation): Verification {
  const base = { store: store.kind, storeSize: store.size }
  const [first, ...rest] = chain.map(readCertificate)
  if (first === undefined || first === null) {
    return { ...base, trusted: false, defects: [{ depth: 0, subject: '', is: 'unreadable' }] }
  }
  const sent = rest.filter((each) => each !== null)
  const paths = buildPaths(first, sent, store)
  const judged = paths.map((path) => defectsOf(path, store, expect))
  // Among several paths a client takes one that holds; else the first, which goes furthest, tells most.
  const defects = judged.find((found) => !found.some(isFatal)) ?? judged[0] ?? []
  const trusted = !defects.some(isFatal)
  const partial = !trusted && paths.some(({ certificates }) => certificates.some(({ der }) => store.has(der)))
  return { ...base, trusted, ...(partial ? { partial: true as const } : {}), defects }
}

// Node 24 raised OpenSSL's security level to 2, which refuses RSA keys below 2048 bits; before, 1024 pass.
const refusesWeakKeys = Number(process.versions.node.split('.')[0]) >= 24

function isFatal(defect: ChainDefect): boolean {
  if (defect.is === 'no-alt-names') return false
  return defect.is === 'weak-key'
    ? refusesWeakKeys || /^RSA (?:[1-9]\d{0,2}|10[01]\d|102[0-3])$/.test(defect.key)
    : true
}

function defectsOf(path: Path, store: TrustStore, { host, now }: Expectation): readonly ChainDefect[] {
  const [leaf] = path.certificates
  const found = [
    ...endOf(path),
    ...path.certificates.flatMap((certificate, depth) => ofEach(certificate, depth, path, now)),
    ...ofLeaf(leaf, host),
    ...constraintsOf(path),
  ]
  return found.map((defect): ChainDefect => {
    const certificate = path.certificates[defect.depth]
    return certificate !== undefined && store.has(certificate.der) ? { ...defect, inStore: true } : defect
  })
}

function endOf({ certificates, end }: Path): readonly ChainDefect[] {
  if (end === 'trusted') return []
  const depth = certificates.length - 1
  const last = certificates[depth] ?? certificates[0]
  const at = { depth, subject: nameText(last.subject) }
  switch (end) {
    case 'untrusted-root':
      return [{ ...at, is: depth === 0 ? 'self-signed' : 'untrusted-root' }]
    case 'forged-by-sent':
    case 'forged-by-store':
      return [{ ...at, is: 'bad-signature', issuerFrom: end === 'forged-by-sent' ? 'chain' : 'store' }]
    case 'unknown-issuer':
      return [
        {
          ...at,
          is: 'unknown-issuer',
          issuer: nameText(last.issuer),
          hasCaIssuersUrl: last.extensions.caIssuers.length > 0,
        },
      ]
  }
}

function ofEach(certificate: Certificate, depth: number, path: Path, now: Date): readonly ChainDefect[] {
  const at = { depth, subject: nameText(certificate.subject) }
  const found: ChainDefect[] = []
  if (certificate.notAfter < now)
    found.push({ ...at, is: 'expired', notAfter: isoDate(certificate.notAfter) })
  if (certificate.notBefore > now) {
    found.push({ ...at, is: 'not-yet-valid', notBefore: isoDate(certificate.notBefore) })
  }
  if (certificate.key === null) found.push({ ...at, is: 'unreadable' })
  const key = keyText(certificate)
  if (isWeak(certificate)) found.push({ ...at, is: 'weak-key', key })
  const digest = weakDigestOf(certificate.signatureOid)
  // Nobody checks the signature of an anchor: it is trusted for being there.
  if (digest !== null && !certificate.selfIssued) found.push({ ...at, is: 'weak-digest', digest })
  const { purposes, unhandled } = certificate.extensions
  if (unhandled !== null) found.push({ ...at, is: 'unknown-critical', extension: unhandled })
  // An authority that has purposes passes on these and no others.
  if (purposes !== null && !purposes.some((each) => forServers.includes(each))) {
    found.push({ ...at, is: 'purpose', purposes: purposes.slice(0, 16) })
  }
  if (depth === 0) return found
  const { ca, hasConstraints, mayCertify, pathLength } = certificate.extensions
  // Authorities of X.509 version 1 carry no extensions, and stores still hold some.
  const oldRoot = certificate.selfIssued && !hasConstraints && path.end === 'trusted'
  if ((!ca && !oldRoot) || mayCertify === false) found.push({ ...at, is: 'issuer-no-ca' })
  const below = path.certificates.slice(1, depth).filter(({ selfIssued }) => !selfIssued).length
  if (pathLength !== null && below > pathLength) found.push({ ...at, is: 'path-too-long' })
  return found
}

function isWeak({ key }: Certificate): boolean {
  const bits = key?.asymmetricKeyDetails?.modulusLength
  return bits !== undefined && bits < 2048
}

function ofLeaf(leaf: Certificate, host: string): readonly ChainDefect[] {
  const at = { depth: 0, subject: nameText(leaf.subject) }
  const found: ChainDefect[] = []
  const names = altNamesOf(leaf)
  if (!isFor(leaf, host)) found.push({ ...at, is: 'name-mismatch', wanted: host, names: names.slice(0, 32) })
  // Node falls back to the common name where the alternatives hold addresses alone; others do not.
  const hosts = leaf.extensions.altNames?.filter(({ is }) => is === 'dns') ?? []
  const none = hostKind(host) === 'name' ? hosts.length === 0 : leaf.extensions.altNames === null
  if (none) found.push({ ...at, is: 'no-alt-names' })
  if (leaf.extensions.maySecure === false) found.push({ ...at, is: 'key-usage' })
  return found
}

function constraintsOf({ certificates }: Path): readonly ChainDefect[] {
  const [leaf] = certificates
  const names = leaf.extensions.altNames ?? []
  for (const { extensions } of certificates.slice(1)) {
    const name = extensions.subtrees === null ? null : forbiddenName(names, extensions.subtrees)
    if (name !== null) return [{ depth: 0, subject: nameText(leaf.subject), is: 'name-constraint', name }]
  }
  return []
}
