import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { alerted, caseAddress, caseEndpoint, defective, secure, towards } from '../kit/tls-case.ts'

const at = caseEndpoint
const vary = { address: caseAddress }
const mismatch = {
  is: 'name-mismatch',
  depth: 0,
  subject: 'CN=other.lab.test',
  wanted: 'db.lab.test',
  names: ['other.lab.test'],
} as const
const seen = defective([mismatch], { runtimeVerdict: 'ERR_TLS_CERT_ALTNAME_INVALID' })

export const cases: Cases = defineCases({
  code: 'tls-hostname-mismatch',
  matching: [
    {
      name: 'a certificate of another name',
      evidence: towards().saw('tls.handshake', at, vary, seen).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'an address that the certificate does not carry',
      evidence: towards('127.0.0.1')
        .saw(
          'tls.handshake',
          '127.0.0.1:27017',
          vary,
          defective([{ ...mismatch, wanted: '127.0.0.1' }], { servername: null }),
        )
        .build(),
      at: '127.0.0.1:27017',
      certainty: 'certain',
    },
    {
      name: 'other names accepted by request',
      evidence: towards(undefined, { tlsAllowInvalidHostnames: true })
        .saw('tls.handshake', at, vary, seen)
        .build(),
      at,
      certainty: 'certain',
      bearing: 'advisory',
    },
    {
      name: 'any certificate accepted by request',
      evidence: towards(undefined, { tlsAllowInvalidCertificates: true })
        .saw('tls.handshake', at, vary, seen)
        .build(),
      at,
      certainty: 'certain',
      bearing: 'advisory',
    },
  ],
  lookAlikes: [
    {
      name: 'the right name',
      evidence: towards().saw('tls.handshake', at, vary, secure).build(),
      at,
      is: 'absent',
    },
    {
      name: 'an unknown issuer, with the right name',
      evidence: towards()
        .saw(
          'tls.handshake',
          at,
          vary,
          defective([{ is: 'untrusted-root', depth: 1, subject: 'CN=Lab root' }]),
        )
        .build(),
      at,
      is: 'absent',
      really: 'tls-private-ca',
    },
    {
      name: 'the alert for an unknown name, before any certificate',
      evidence: towards().saw('tls.handshake', at, vary, alerted(112)).build(),
      at,
      is: 'unknown',
      really: 'tls-refused-before-certificate',
    },
  ],
})
