import { verify } from 'node:crypto'

import { readCertificate, signedBy } from '../x509/index.ts'
import type { Certificate } from '../x509/index.ts'
import type { OcspResponse } from './response.ts'

const ocspSigning = '1.3.6.1.5.5.7.3.9'

const digests: Readonly<Record<string, string | null>> = {
  '1.2.840.113549.1.1.5': 'sha1',
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.2.840.10045.4.1': 'sha1',
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
  '1.3.101.112': null,
  '1.3.101.113': null,
}

/**
 * Whether an answer is signed by the certificate's issuer, or by a responder to which the issuer gave a certificate for
 * it. `unchecked`: an algorithm that is not known here.
 */
export function checkSignature(
  response: Extract<OcspResponse, { readonly is: 'basic' }>,
  issuer: Certificate,
): 'valid' | 'invalid' | 'unchecked' {
  const digest = digests[response.signatureOid]
  if (digest === undefined) return 'unchecked'
  const delegated = response.certificates
    .slice(0, 4)
    .map(readCertificate)
    .filter((each) => each !== null)
    .filter((each) => each.extensions.purposes?.includes(ocspSigning) === true && signedBy(each, issuer))
  const made = [issuer, ...delegated].some(({ x509 }) => {
    try {
      return verify(digest, response.signed, x509.publicKey, response.signature)
    } catch {
      // A key of another kind than the signature.
      return false
    }
  })
  return made ? 'valid' : 'invalid'
}
