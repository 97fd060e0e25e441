import tls from 'node:tls'

import type { Certificate } from './certificate.ts'
import type { GeneralName, Subtrees } from './extensions.ts'

/** Whether the certificate is for the host, by the rules of Node's own check (RFC 6125; the CN only without alt names). */
export function isFor(certificate: Certificate, host: string): boolean {
  try {
    return tls.checkServerIdentity(host, certificate.x509.toLegacyObject()) === undefined
  } catch {
    // Node throws where the alternative names are of a form that it cannot tell apart; then it accepts none of them.
    return false
  }
}

/** The first name of a certificate that the constraints of an authority above it forbid; null when none is. */
export function forbiddenName(
  names: readonly GeneralName[],
  { permitted, excluded }: Subtrees,
): string | null {
  for (const name of names) {
    if (name.is === 'other') continue
    const same = permitted.filter(({ is }) => is === name.is)
    if (excluded.some((tree) => within(name, tree))) return textOf(name)
    if (same.length > 0 && !same.some((tree) => within(name, tree))) return textOf(name)
  }
  return null
}

function textOf(name: GeneralName): string {
  if (name.is === 'dns') return name.name
  return name.is === 'address' ? [...name.bytes.subarray(0, 16)].join('.') : ''
}

function within(name: GeneralName, tree: GeneralName): boolean {
  if (name.is === 'dns' && tree.is === 'dns') {
    const [host, domain] = [name.name.toLowerCase(), tree.name.toLowerCase().replace(/^\./, '')]
    return domain === '' || host === domain || host.endsWith(`.${domain}`)
  }
  if (name.is !== 'address' || tree.is !== 'address') return false
  const size = name.bytes.length
  // A tree of addresses is an address and a mask of the same length.
  return (
    tree.bytes.length === 2 * size &&
    name.bytes.every(
      (byte, at) =>
        (byte & (tree.bytes[size + at] ?? 0)) === ((tree.bytes[at] ?? 0) & (tree.bytes[size + at] ?? 0)),
    )
  )
}
