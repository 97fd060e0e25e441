import { X509Certificate, createHash, sign } from 'node:crypto'

import { distinguishedName, keyBits, signatureAlgorithm } from './certificate.ts'
import type { Signer } from './certificate.ts'
import { bits, element, explicit, integer, octets, oid, sequence } from './der.ts'

/** What an authority says of a certificate that it issued. */
export interface OcspOptions {
  /** `good` unless told. */
  readonly status?: 'good' | 'revoked' | 'unknown'
  /** An hour ago unless told. */
  readonly revokedAt?: Date
  /** Now unless told, as `producedAt`. */
  readonly thisUpdate?: Date
  readonly producedAt?: Date
  /** In a day unless told; null leaves it out. */
  readonly nextUpdate?: Date | null
  /** Changes the signature, as somebody on the way would have to. */
  readonly forged?: boolean
}

const hour = 3_600_000

/** A signed OCSPResponse (RFC 6960) about one certificate, DER. */
export function ocspAnswer(certificatePem: string, signer: Signer, options: OcspOptions = {}): Buffer {
  const now = new Date()
  const { thisUpdate = now, producedAt = now } = options
  const nextUpdate =
    options.nextUpdate === undefined ? new Date(now.getTime() + 24 * hour) : options.nextUpdate
  const single = sequence(
    certificateId(certificatePem, signer),
    state(options, now),
    generalizedTime(thisUpdate),
    ...(nextUpdate === null ? [] : [explicit(0, generalizedTime(nextUpdate))]),
  )
  const data = sequence(
    explicit(2, octets(sha1(keyBits(signer.publicKey)))),
    generalizedTime(producedAt),
    sequence(single),
  )
  const signature = sign('sha256', data, signer.privateKey)
  if (options.forged === true) signature[signature.length - 1] = (signature.at(-1) ?? 0) ^ 1
  const basic = sequence(data, signatureAlgorithm(signer.privateKey, 'sha256'), bits(signature))
  return sequence(
    element(0x0a, Buffer.of(0)),
    explicit(0, sequence(oid('1.3.6.1.5.5.7.48.1.1'), octets(basic))),
  )
}

/** An OCSPResponse that answers nothing: 3 is try later, 6 unauthorised. */
export function ocspRefusal(status: number): Buffer {
  return sequence(element(0x0a, Buffer.of(status)))
}

function certificateId(certificatePem: string, signer: Signer): Buffer {
  const serial = Buffer.from(new X509Certificate(certificatePem).serialNumber, 'hex')
  return sequence(
    sequence(oid('1.3.14.3.2.26'), element(0x05)),
    octets(sha1(distinguishedName(signer.subject))),
    octets(sha1(keyBits(signer.publicKey))),
    integer(serial),
  )
}

function state({ status = 'good', revokedAt }: OcspOptions, now: Date): Buffer {
  if (status === 'good') return element(0x80)
  if (status === 'unknown') return element(0x82)
  const when = revokedAt ?? new Date(now.getTime() - hour)
  // 1 is keyCompromise.
  return explicit(1, generalizedTime(when), explicit(0, element(0x0a, Buffer.of(1))))
}

function generalizedTime(date: Date): Buffer {
  return element(0x18, Buffer.from(`${date.toISOString().replace(/\.\d+Z$|[-:T]/g, '')}Z`))
}

function sha1(bytes: Uint8Array): Buffer {
  return createHash('sha1').update(bytes).digest()
}
