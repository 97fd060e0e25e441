import { hashOf } from './certificate-id.ts'
import type { CertificateId } from './certificate-id.ts'

// SHA-1 names an issuer here, it protects nothing; it is the one that every responder knows (RFC 5019, 2.1.1).
const sha1 = Buffer.from('300906052b0e03021a0500', 'hex')

/** An OCSPRequest for one certificate, without a nonce: responders answer from what they signed beforehand. */
export function ocspRequest(id: CertificateId): Buffer {
  const certId = sequence(
    sha1,
    octets(hashOf('sha1', id.issuerName)),
    octets(hashOf('sha1', id.issuerKey)),
    id.serial,
  )
  return sequence(sequence(sequence(sequence(certId))))
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return wrapped(0x30, Buffer.concat(parts))
}

function octets(content: Buffer): Buffer {
  return wrapped(0x04, content)
}

function wrapped(tag: number, content: Buffer): Buffer {
  const { length } = content
  const head =
    length < 128 ? [tag, length] : length < 256 ? [tag, 0x81, length] : [tag, 0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from(head), content])
}
