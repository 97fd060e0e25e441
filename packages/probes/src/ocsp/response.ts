import { elementAt, elementsIn, oidText } from '../x509/index.ts'
import type { Element } from '../x509/index.ts'
import { hashOf } from './certificate-id.ts'
import type { CertificateId } from './certificate-id.ts'

/** One certificate's state in an answer. */
export interface SingleAnswer {
  readonly status: 'good' | 'revoked' | 'unknown'
  readonly revokedAt: Date | null
  readonly reason: number | null
  readonly thisUpdate: Date
  readonly nextUpdate: Date | null
}

export type OcspResponse =
  | {
      readonly is: 'basic'
      readonly producedAt: Date
      /** The state of the certificate that was asked for; null: the answer is about others. */
      readonly answer: SingleAnswer | null
      /** What the signature covers. */
      readonly signed: Buffer
      readonly signatureOid: string
      readonly signature: Buffer
      /** DER of certificates that the responder sent along. */
      readonly certificates: readonly Buffer[]
    }
  | { readonly is: 'refused'; readonly status: number }
  | { readonly is: 'unreadable' }

const unreadable = { is: 'unreadable' } as const
const basicType = '1.3.6.1.5.5.7.48.1.1'

/** Reads an OCSPResponse (RFC 6960, 4.2.1) as far as it concerns one certificate. Never throws. */
export function readOcspResponse(bytes: Buffer, id: CertificateId): OcspResponse {
  const whole = elementAt(bytes)
  const [status, tagged] = whole === null ? [] : elementsIn(whole.content)
  if (status === undefined || status.tag !== 0x0a || status.content.length !== 1) return unreadable
  if (status.content[0] !== 0) return { is: 'refused', status: status.content[0] ?? 0 }
  const inner = tagged === undefined ? null : elementAt(tagged.content)
  const [type, octets] = inner === null ? [] : elementsIn(inner.content)
  if (type === undefined || octets === undefined || oidText(type.content) !== basicType) return unreadable
  const basic = elementAt(octets.content)
  return basic === null ? unreadable : readBasic(elementsIn(basic.content), id)
}

function readBasic(
  [signed, algorithm, signature, certificates]: readonly Element[],
  id: CertificateId,
): OcspResponse {
  if (signed === undefined || algorithm === undefined || signature === undefined) return unreadable
  const fields = elementsIn(signed.content)
  const produced = fields.findIndex(({ tag }) => tag === 0x18)
  const producedAt = timeOf(fields[produced])
  const responses = fields[produced + 1]
  const oid = elementsIn(algorithm.content)[0]
  if (producedAt === null || responses === undefined || oid === undefined) return unreadable
  const list = certificates === undefined ? null : elementAt(certificates.content)
  const about = elementsIn(responses.content).find((each) => isAbout(each, id))
  const answer = about === undefined ? null : singleAnswer(about)
  if (about !== undefined && answer === null) return unreadable
  return {
    is: 'basic',
    producedAt,
    answer,
    signed: signed.whole,
    signatureOid: oidText(oid.content),
    signature: signature.content.subarray(1),
    certificates: list === null ? [] : elementsIn(list.content).map(({ whole }) => whole),
  }
}

const digests = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
} as const

function isAbout(single: Element, id: CertificateId): boolean {
  const [certId] = elementsIn(single.content)
  const [algorithm, name, key, serial] = certId === undefined ? [] : elementsIn(certId.content)
  if (algorithm === undefined || name === undefined || key === undefined || serial === undefined) return false
  const oid = elementsIn(algorithm.content)[0]
  const digest = oid === undefined ? undefined : digests[oidText(oid.content) as keyof typeof digests]
  return (
    digest !== undefined &&
    serial.whole.equals(id.serial) &&
    name.content.equals(hashOf(digest, id.issuerName)) &&
    key.content.equals(hashOf(digest, id.issuerKey))
  )
}

function singleAnswer(single: Element): SingleAnswer | null {
  const [, state, update, ...rest] = elementsIn(single.content)
  const thisUpdate = timeOf(update)
  const next = rest.find(({ tag }) => tag === 0xa0)
  const status = state === undefined ? null : statusOf(state.tag)
  if (state === undefined || status === null || thisUpdate === null) return null
  const [revoked, reason] = status === 'revoked' ? elementsIn(state.content) : []
  return {
    status,
    revokedAt: timeOf(revoked),
    reason: reason === undefined ? null : (elementAt(reason.content)?.content[0] ?? null),
    thisUpdate,
    nextUpdate: next === undefined ? null : timeOf(elementAt(next.content) ?? undefined),
  }
}

function statusOf(tag: number): SingleAnswer['status'] | null {
  if (tag === 0x80) return 'good'
  if (tag === 0xa1) return 'revoked'
  return tag === 0x82 ? 'unknown' : null
}

/** GeneralizedTime as DER has it: `20260101000000Z`. */
function timeOf(element: Element | undefined): Date | null {
  if (element === undefined || element.tag !== 0x18) return null
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.\d+)?Z$/.exec(element.content.toString('latin1'))
  if (parts === null) return null
  const [, year, month, day, hour, minute, second] = parts
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  return Number.isNaN(date.getTime()) ? null : date
}
