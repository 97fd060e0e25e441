import type { Certificate } from './certificate.ts'
import { signedBy } from './certificate.ts'
import type { TrustStore } from './store.ts'

// Cross-signed authorities make a few paths; more is a peer that wants to keep us busy.
const maxSignatures = 64
const maxDepth = 12

export interface Path {
  /** From the leaf up, as far as it could be built. */
  readonly certificates: readonly [Certificate, ...Certificate[]]
  readonly end: 'trusted' | 'untrusted-root' | 'unknown-issuer' | 'bad-signature'
}

/**
 * Every way from the leaf to an anchor of the store, a trusted one first; without one, the longest that there is.
 * As OpenSSL does by default, only a self-signed certificate of the store ends a path.
 */
export function buildPaths(
  leaf: Certificate,
  sent: readonly Certificate[],
  store: TrustStore,
): readonly [Path, ...Path[]] {
  let signatures = 0
  const paths: Path[] = []

  const extend = (path: readonly [Certificate, ...Certificate[]]): void => {
    const last = path[path.length - 1] ?? path[0]
    if (last.selfIssued) {
      const own = signedBy(last, last)
      paths.push({
        certificates: path,
        end: store.has(last.der) ? 'trusted' : own ? 'untrusted-root' : 'bad-signature',
      })
      return
    }
    const candidates = unique([
      ...store.named(last.issuer),
      ...sent.filter((each) => each.subject.equals(last.issuer)),
    ]).filter((each) => !path.includes(each))
    let forged = false
    let went = false
    for (const candidate of candidates) {
      if (signatures >= maxSignatures || path.length >= maxDepth) break
      signatures += 1
      if (signedBy(last, candidate)) {
        went = true
        extend([...path, candidate])
      } else forged = true
    }
    if (!went) paths.push({ certificates: path, end: forged ? 'bad-signature' : 'unknown-issuer' })
  }

  extend([leaf])
  const rank = (path: Path): number => (path.end === 'trusted' ? 100 : 0) + path.certificates.length
  const [first, ...others] = paths.toSorted((a, b) => rank(b) - rank(a))
  return [first ?? { certificates: [leaf], end: 'unknown-issuer' }, ...others]
}

function unique(certificates: readonly Certificate[]): readonly Certificate[] {
  return certificates.filter(
    (each, at) => certificates.findIndex((other) => other.der.equals(each.der)) === at,
  )
}
