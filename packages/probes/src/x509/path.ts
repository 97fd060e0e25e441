import type { Certificate } from './certificate.ts'
import { signedBy } from './certificate.ts'
import type { TrustStore } from './store.ts'

// Cross-signed authorities make a few paths; more is a peer that wants to keep us busy.
const maxSignatures = 64
const maxDepth = 32

export interface Path {
  /** From the leaf up, as far as it could be built. */
  readonly certificates: readonly [Certificate, ...Certificate[]]
  /** `forged`: certificates of the issuer's name are there, and the key of none made the signature. */
  readonly end: 'trusted' | 'untrusted-root' | 'unknown-issuer' | 'forged-by-sent' | 'forged-by-store'
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
    if (last.selfIssued && signedBy(last, last)) {
      paths.push({ certificates: path, end: store.has(last.der) ? 'trusted' : 'untrusted-root' })
      return
    }
    const fromPeer = sent.filter((each) => each.subject.equals(last.issuer))
    const candidates = unique([...store.named(last.issuer), ...fromPeer]).filter(
      (each) => !path.some(({ der }) => der.equals(each.der)),
    )
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
    if (went) return
    const end = !forged ? 'unknown-issuer' : fromPeer.length > 0 ? 'forged-by-sent' : 'forged-by-store'
    paths.push({ certificates: path, end })
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
