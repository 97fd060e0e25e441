import { readCertificate, signedBy } from './certificate.ts'
import { elementAt, elementsIn, oidText } from './der.ts'

// An authority's bundle holds its cross-signed forms; no issuer needs more.
const most = 16

/** The certificates in a file as authorities publish them: DER, PEM, or a PKCS #7 that holds certificates alone. */
export function certificatesIn(body: Buffer): readonly Buffer[] {
  const text = body.subarray(0, 64).toString('latin1')
  if (text.includes('-----BEGIN')) return pemBlocks(body.toString('latin1'))
  const whole = elementAt(body)
  if (whole === null || whole.tag !== 0x30) return []
  const [first] = elementsIn(whole.content)
  const isPkcs7 = first?.tag === 0x06 && oidText(first.content) === '1.2.840.113549.1.7.2'
  return isPkcs7 ? inSignedData(whole.content) : [whole.whole]
}

function pemBlocks(text: string): readonly Buffer[] {
  const blocks = [...text.matchAll(/-----BEGIN (CERTIFICATE|PKCS7)-----([^-]+)-----END/g)]
  return blocks.slice(0, most).flatMap(([, kind, body = '']) => {
    const der = Buffer.from(body, 'base64')
    return kind === 'PKCS7' ? certificatesIn(der) : [der]
  })
}

/** RFC 5652: the certificates of a SignedData are its field tagged 0. */
function inSignedData(content: Buffer): readonly Buffer[] {
  const [, explicit] = elementsIn(content)
  const signed = explicit === undefined ? null : elementAt(explicit.content)
  const list = signed === null ? undefined : elementsIn(signed.content).find(({ tag }) => tag === 0xa0)
  return list === undefined
    ? []
    : elementsIn(list.content)
        .slice(0, most)
        .map(({ whole }) => whole)
}

/** Whether a certificate is that of another's issuer: by name, and by the signature. */
export function isIssuerOf(issuer: Buffer, der: Buffer): boolean {
  const [above, below] = [readCertificate(issuer), readCertificate(der)]
  return above !== null && below !== null && above.subject.equals(below.issuer) && signedBy(below, above)
}

/** A certificate as PEM. */
export function pemOf(der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? []
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
}
