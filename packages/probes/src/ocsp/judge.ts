import type { OcspSighting } from '@mongowhy/core'

import { isoDate } from '../x509/index.ts'
import type { Certificate } from '../x509/index.ts'
import { certificateId } from './certificate-id.ts'
import { readOcspResponse } from './response.ts'
import { checkSignature } from './signature.ts'

/** What an OCSP answer says of a certificate. */
export function judgeAnswer(bytes: Buffer, leaf: Certificate, issuer: Certificate): OcspSighting['outcome'] {
  const id = certificateId(leaf, issuer)
  if (id === null) return { is: 'failed', why: 'unreadable', status: null }
  const response = readOcspResponse(bytes, id)
  switch (response.is) {
    case 'unreadable':
      return { is: 'failed', why: 'unreadable', status: null }
    case 'refused':
      return response
    case 'basic': {
      if (response.answer === null) return { is: 'other-certificate' }
      const { status, revokedAt, reason, thisUpdate, nextUpdate } = response.answer
      return {
        is: 'answer',
        status,
        revokedAt: revokedAt === null ? null : isoDate(revokedAt),
        reason,
        producedAt: isoDate(response.producedAt),
        thisUpdate: isoDate(thisUpdate),
        nextUpdate: nextUpdate === null ? null : isoDate(nextUpdate),
        signature: checkSignature(response, issuer),
      }
    }
  }
}
