import { createHash } from 'node:crypto'

import { elementAt, elementsIn } from '../x509/index.ts'
import type { Certificate } from '../x509/index.ts'

/** How OCSP names a certificate (RFC 6960, 4.1.1): hashes of its issuer's name and key, and its serial number. */
export interface CertificateId {
  readonly issuerName: Buffer
  /** The issuer's public key, without what wraps it. */
  readonly issuerKey: Buffer
  /** DER of the INTEGER. */
  readonly serial: Buffer
}

/** null when one of them cannot be read. */
export function certificateId(certificate: Certificate, issuer: Certificate): CertificateId | null {
  const serial = partsOf(certificate)?.find(({ tag }) => tag === 0x02)
  const key = keyBits(issuer)
  return serial === undefined || key === null
    ? null
    : { issuerName: issuer.subject, issuerKey: key, serial: serial.whole }
}

export function hashOf(digest: 'sha1' | 'sha256' | 'sha384' | 'sha512', bytes: Buffer): Buffer {
  return createHash(digest).update(bytes).digest()
}

function partsOf({ der }: Certificate): ReturnType<typeof elementsIn> | null {
  const whole = elementAt(der)
  const [tbs] = whole === null ? [] : elementsIn(whole.content)
  return tbs === undefined ? null : elementsIn(tbs.content)
}

/** The BIT STRING of subjectPublicKeyInfo, without the count of unused bits. */
function keyBits({ x509 }: Certificate): Buffer | null {
  const info = elementAt(x509.publicKey.export({ type: 'spki', format: 'der' }))
  const bits = info === null ? undefined : elementsIn(info.content)[1]
  return bits === undefined || bits.tag !== 0x03 ? null : bits.content.subarray(1)
}
