import { createHash, randomBytes, sign } from 'node:crypto'
import type { KeyObject } from 'node:crypto'

import { bits, element, explicit, integer, oid, sequence, set, time, utf8 } from './der.ts'
import { authorityKeyIdentifier, subjectKeyIdentifier } from './extensions.ts'
import type { Digest } from './options.ts'

/** Who signs: the name and key that go into the certificates below. */
export interface Signer {
  readonly subject: string
  readonly publicKey: KeyObject
  readonly privateKey: KeyObject
}

export interface CertificateContent {
  readonly subject: string
  readonly publicKey: KeyObject
  readonly notBefore: Date
  readonly notAfter: Date
  readonly digest: Digest
  readonly extensions: readonly Buffer[]
}

/** A certificate of X.509 version 3, signed, as PEM. */
export function signCertificate(content: CertificateContent, signer: Signer): string {
  const algorithm = signatureAlgorithm(signer.privateKey, content.digest)
  const toBeSigned = sequence(
    explicit(0, integer(Buffer.from([2]))),
    integer(Buffer.from([0x40 | ((randomBytes(1)[0] ?? 0) >> 2), ...randomBytes(15)])),
    algorithm,
    distinguishedName(signer.subject),
    sequence(time(content.notBefore), time(content.notAfter)),
    distinguishedName(content.subject),
    content.publicKey.export({ type: 'spki', format: 'der' }),
    explicit(
      3,
      sequence(
        ...content.extensions,
        subjectKeyIdentifier(keyIdentifier(content.publicKey)),
        authorityKeyIdentifier(keyIdentifier(signer.publicKey)),
      ),
    ),
  )
  const signature = sign(content.digest, toBeSigned, signer.privateKey)
  return pem(sequence(toBeSigned, algorithm, bits(signature)))
}

export function distinguishedName(commonName: string): Buffer {
  return sequence(set(sequence(oid('2.5.4.3'), utf8(commonName))))
}

export function signatureAlgorithm(key: KeyObject, digest: Digest): Buffer {
  if (key.asymmetricKeyType === 'ec') {
    return sequence(oid(digest === 'sha256' ? '1.2.840.10045.4.3.2' : '1.2.840.10045.4.1'))
  }
  return sequence(oid(digest === 'sha256' ? '1.2.840.113549.1.1.11' : '1.2.840.113549.1.1.5'), element(0x05))
}

/** The key itself, without the algorithm that it is for: what OCSP names an issuer by. */
export function keyBits(key: KeyObject): Buffer {
  const info = key.export({ type: 'spki', format: 'der' })
  // The BIT STRING is the last element: an uncompressed point on P-256, or an RSA key.
  const length = key.asymmetricKeyType === 'ec' ? 65 : key.export({ type: 'pkcs1', format: 'der' }).length
  return info.subarray(info.length - length)
}

function keyIdentifier(key: KeyObject): Buffer {
  return createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest()
    .subarray(0, 20)
}

function pem(der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? []
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
}
