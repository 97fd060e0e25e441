import { X509Certificate } from 'node:crypto'
import type { KeyObject } from 'node:crypto'

import { elementAt, elementsIn, oidText } from './der.ts'
import type { Element } from './der.ts'
import { readExtensions } from './extensions.ts'
import type { Extensions } from './extensions.ts'

/** A certificate once read: what node:crypto tells of it, and what it does not. */
export interface Certificate {
  readonly x509: X509Certificate
  readonly der: Buffer
  /** DER of the names, to compare them by. */
  readonly subject: Buffer
  readonly issuer: Buffer
  readonly signatureOid: string
  /** null: a key of a kind, or on a curve, that this OpenSSL does not know. */
  readonly key: KeyObject | null
  readonly notBefore: Date
  readonly notAfter: Date
  readonly extensions: Extensions
  readonly selfIssued: boolean
}

/** Names and the rest of the to-be-signed part, without a full parse; null when it is no certificate. */
export function outline(der: Buffer): {
  readonly subject: Buffer
  readonly issuer: Buffer
  readonly signatureOid: string
  readonly extensions: Buffer | null
} | null {
  const certificate = elementAt(der)
  const [tbs, algorithm] = certificate === null ? [] : elementsIn(certificate.content)
  if (tbs === undefined || algorithm === undefined) return null
  const fields = elementsIn(tbs.content)
  // The version is optional and, where present, tagged.
  const at = fields[0]?.tag === 0xa0 ? 1 : 0
  const [, , issuer, , subject] = fields.slice(at)
  if (issuer === undefined || subject === undefined) return null
  const extensions = fields.find(({ tag }, index) => index > at + 5 && tag === 0xa3)
  return {
    subject: subject.whole,
    issuer: issuer.whole,
    signatureOid: oidOf(algorithm),
    extensions: extensions?.content ?? null,
  }
}

function oidOf(algorithm: Element): string {
  const first = elementsIn(algorithm.content)[0]
  return first?.tag === 0x06 ? oidText(first.content) : ''
}

// The same few certificates are met at every look of a diagnosis, and at many targets of one authority.
const mostKept = 256
const longestKept = 8_192
const kept = new Map<string, Certificate>()

/** Reads a certificate; null when node:crypto or our own reader cannot. */
export function readCertificate(der: Buffer): Certificate | null {
  if (der.length > longestKept) return readAnew(der)
  const key = der.toString('latin1')
  const before = kept.get(key)
  if (before !== undefined) return before
  // A slice keeps all of what was received alive.
  const read = readAnew(Buffer.from(der))
  if (read === null) return null
  kept.set(key, read)
  if (kept.size > mostKept) kept.delete(kept.keys().next().value ?? '')
  return read
}

function readAnew(der: Buffer): Certificate | null {
  const drawn = outline(der)
  if (drawn === null) return null
  try {
    const x509 = new X509Certificate(der)
    return {
      x509,
      der,
      subject: drawn.subject,
      issuer: drawn.issuer,
      signatureOid: drawn.signatureOid,
      key: keyOf(x509),
      notBefore: new Date(x509.validFrom),
      notAfter: new Date(x509.validTo),
      extensions: readExtensions(drawn.extensions),
      selfIssued: drawn.subject.equals(drawn.issuer),
    }
  } catch {
    // OpenSSL refuses it: for the caller it is unreadable, which is a defect by itself.
    return null
  }
}

function keyOf(x509: X509Certificate): KeyObject | null {
  try {
    return x509.publicKey
  } catch {
    // The rest of the certificate can be read, and says whose it is; that its key cannot is a defect of its own.
    return null
  }
}

const signatures = new WeakMap<Certificate, WeakMap<Certificate, boolean>>()

/** Whether `issuer`'s key made `certificate`'s signature. */
export function signedBy(certificate: Certificate, issuer: Certificate): boolean {
  const known = signatures.get(certificate) ?? new WeakMap<Certificate, boolean>()
  signatures.set(certificate, known)
  const before = known.get(issuer)
  if (before !== undefined) return before
  const made = verifies(certificate, issuer)
  known.set(issuer, made)
  return made
}

function verifies(certificate: Certificate, issuer: Certificate): boolean {
  if (issuer.key === null) return false
  try {
    return certificate.x509.verify(issuer.key)
  } catch {
    // A key of another kind than the signature.
    return false
  }
}
