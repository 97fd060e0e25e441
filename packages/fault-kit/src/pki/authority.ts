import { signCertificate } from './certificate.ts'
import type { Signer } from './certificate.ts'
import {
  alternativeNames,
  authorityInformationAccess,
  basicConstraints,
  extendedKeyUsage,
  keyUsage,
  mustStaple,
  nameConstraints,
  timestamps,
} from './extensions.ts'
import { keyPair, pemOfKey } from './keys.ts'
import { ocspAnswer } from './ocsp.ts'
import type { OcspOptions } from './ocsp.ts'
import type { AuthorityOptions, CertificateOptions } from './options.ts'

const hour = 3_600_000
const day = 24 * hour

/** A certificate with its key. */
export interface Issued {
  readonly certificatePem: string
  readonly keyPem: string
  /** The certificate and every intermediate above it, without the root: what a sound server sends. */
  readonly chainPem: string
  /** The key and then `chainPem`, as `tlsCertificateKeyFile` wants them. */
  readonly combinedPem: string
}

/** An authority that issues certificates, and further authorities. */
export interface Authority {
  readonly name: string
  readonly certificatePem: string
  readonly keyPem: string
  issue(options?: CertificateOptions): Issued
  intermediate(options?: AuthorityOptions): Authority
  /** What it says of a certificate that it issued: an OCSPResponse, DER. */
  ocsp(certificatePem: string, options?: OcspOptions): Buffer
}

/** A new root authority. Takes about a millisecond. */
export function authority(options: AuthorityOptions = {}): Authority {
  return makeAuthority(options, null)
}

/** A certificate that nobody else vouches for. */
export function selfSigned(options: CertificateOptions = {}): Issued {
  return makeCertificate(options, null)
}

interface Above {
  readonly signer: Signer
  /** The PEMs to send along, nearest first; a root is not among them. */
  readonly sent: readonly string[]
}

function makeAuthority(options: AuthorityOptions, above: Above | null): Authority {
  const { publicKey, privateKey } = keyPair(options.weakKey === true)
  const subject = options.name ?? (above === null ? 'Lab root' : 'Lab intermediate')
  const own: Signer = { subject, publicKey, privateKey }
  const ca = options.ca !== false
  const extensions = [basicConstraints(ca, options.pathLength), keyUsage(ca)]
  if (options.nameConstraints !== undefined) extensions.push(nameConstraints(options.nameConstraints))
  extensions.push(...authorityInformationAccess({ caIssuers: options.caIssuersUrl }))
  const certificatePem = signCertificate(
    {
      subject,
      publicKey,
      notBefore: options.notBefore ?? new Date(Date.now() - day),
      notAfter: options.notAfter ?? new Date(Date.now() + 3_650 * day),
      digest: options.digest ?? 'sha256',
      extensions,
    },
    above?.signer ?? own,
  )
  const here: Above = { signer: own, sent: above === null ? [] : [certificatePem, ...above.sent] }
  return {
    name: subject,
    certificatePem,
    keyPem: pemOfKey(privateKey),
    issue: (wanted = {}) => makeCertificate(wanted, here),
    intermediate: (wanted = {}) => makeAuthority(wanted, here),
    ocsp: (pem, wanted = {}) => ocspAnswer(pem, own, wanted),
  }
}

function makeCertificate(options: CertificateOptions, above: Above | null): Issued {
  const { publicKey, privateKey } = keyPair(options.weakKey === true)
  const names = options.names ?? []
  const addresses = options.addresses ?? []
  const subject = options.commonName ?? names[0] ?? addresses[0] ?? 'localhost'
  const extensions = [
    basicConstraints(false, undefined),
    keyUsage(false),
    extendedKeyUsage(options.purpose ?? 'both'),
  ]
  if (options.noAltNames !== true && names.length + addresses.length > 0) {
    extensions.push(alternativeNames(names, addresses))
  }
  extensions.push(...authorityInformationAccess({ caIssuers: options.caIssuersUrl, ocsp: options.ocspUrl }))
  if (options.mustStaple === true) extensions.push(mustStaple())
  if (options.loggedAt !== undefined) extensions.push(timestamps(options.loggedAt))
  const certificatePem = signCertificate(
    {
      subject,
      publicKey,
      notBefore: options.notBefore ?? new Date(Date.now() - hour),
      notAfter: options.notAfter ?? new Date(Date.now() + 90 * day),
      digest: options.digest ?? 'sha256',
      extensions,
    },
    above?.signer ?? { subject, publicKey, privateKey },
  )
  const keyPem = pemOfKey(privateKey)
  const chainPem = [certificatePem, ...(above?.sent ?? [])].join('')
  return { certificatePem, keyPem, chainPem, combinedPem: keyPem + chainPem }
}
