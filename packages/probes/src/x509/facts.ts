import type { CertificateFacts } from '@mongowhy/core'

import { readCertificate } from './certificate.ts'
import type { Certificate } from './certificate.ts'
import { nameText } from './name-text.ts'

const maxNames = 64
const maxDer = 32_768

const known = new WeakMap<Certificate, CertificateFacts>()

/** What there is to know about a certificate, as plain data; null when it cannot be read. */
export function certificateFacts(der: Buffer): CertificateFacts | null {
  const certificate = readCertificate(der)
  if (certificate === null) return null
  const facts = known.get(certificate) ?? factsOf(certificate)
  known.set(certificate, facts)
  return facts
}

function factsOf(certificate: Certificate): CertificateFacts {
  const { x509, der, extensions } = certificate
  return {
    subject: nameText(certificate.subject),
    issuer: nameText(certificate.issuer),
    serial: x509.serialNumber.slice(0, 64),
    notBefore: isoDate(certificate.notBefore),
    notAfter: isoDate(certificate.notAfter),
    altNames: altNamesOf(certificate),
    isCa: extensions.ca,
    key: keyText(certificate),
    signature: signatureText(certificate.signatureOid),
    fingerprint256: x509.fingerprint256,
    caIssuers: extensions.caIssuers.slice(0, 8),
    ocspResponders: extensions.ocspResponders.slice(0, 8),
    mustStaple: extensions.mustStaple,
    loggedAt: extensions.loggedAt.map(isoDate),
    der: der.length > maxDer ? '' : der.toString('base64'),
  }
}

export function isoDate(date: Date): string {
  return Number.isNaN(date.getTime()) ? 'unreadable' : date.toISOString()
}

/** DNS names and addresses for which the certificate was issued. */
export function altNamesOf({ extensions }: Certificate): readonly string[] {
  return (extensions.altNames ?? []).slice(0, maxNames).flatMap((name) => {
    if (name.is === 'dns') return [name.name]
    return name.is === 'address' ? [addressText(name.bytes.subarray(0, 16))] : []
  })
}

function addressText(bytes: Buffer): string {
  if (bytes.length === 4) return [...bytes].join('.')
  const groups: string[] = []
  for (let at = 0; at + 1 < bytes.length; at += 2) groups.push(bytes.readUInt16BE(at).toString(16))
  return groups.join(':')
}

/** `RSA 2048`, `EC P-256`; `unknown` for a key that this OpenSSL cannot read. */
export function keyText({ key }: Certificate): string {
  if (key === null) return 'unknown'
  const { asymmetricKeyType: kind, asymmetricKeyDetails: details } = key
  if (details?.modulusLength !== undefined) return `RSA ${details.modulusLength}`
  return details?.namedCurve === undefined ? (kind ?? 'unknown') : `EC ${details.namedCurve}`
}

const signatures: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.4': 'RSA with MD5',
  '1.2.840.113549.1.1.5': 'RSA with SHA-1',
  '1.2.840.113549.1.1.10': 'RSA-PSS',
  '1.2.840.113549.1.1.11': 'RSA with SHA-256',
  '1.2.840.113549.1.1.12': 'RSA with SHA-384',
  '1.2.840.113549.1.1.13': 'RSA with SHA-512',
  '1.2.840.10045.4.1': 'ECDSA with SHA-1',
  '1.2.840.10045.4.3.2': 'ECDSA with SHA-256',
  '1.2.840.10045.4.3.3': 'ECDSA with SHA-384',
  '1.2.840.10045.4.3.4': 'ECDSA with SHA-512',
  '1.3.101.112': 'Ed25519',
  '1.3.101.113': 'Ed448',
}

export function signatureText(oid: string): string {
  return signatures[oid] ?? oid
}

/** The digest that no current library accepts in a chain; null for one that is fine. */
export function weakDigestOf(oid: string): string | null {
  if (oid === '1.2.840.113549.1.1.4') return 'MD5'
  return oid === '1.2.840.113549.1.1.5' || oid === '1.2.840.10045.4.1' ? 'SHA-1' : null
}
