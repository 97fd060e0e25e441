import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { caseAddress, caseEndpoint, defective, secure, towards } from '../kit/tls-case.ts'

const at = caseEndpoint
const vary = { address: caseAddress }
const selfSigned = { is: 'self-signed', depth: 0, subject: 'CN=db.lab.test' } as const

export const cases: Cases = defineCases({
  code: 'tls-self-signed',
  matching: [
    {
      name: 'a leaf that signed itself',
      evidence: towards()
        .saw('tls.handshake', at, vary, defective([selfSigned]))
        .build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'the same, where any certificate is accepted by request',
      evidence: towards(undefined, { tlsAllowInvalidCertificates: true })
        .saw('tls.handshake', at, vary, defective([selfSigned]))
        .build(),
      at,
      certainty: 'certain',
      bearing: 'advisory',
    },
  ],
  lookAlikes: [
    {
      name: 'a self-signed root at the end of a chain',
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
      name: 'a self-signed leaf that the driver was given',
      evidence: towards(undefined, { tlsCAFile: '/etc/lab/server.pem' })
        .saw('tls.handshake', at, vary, secure)
        .build(),
      at,
      is: 'absent',
    },
  ],
})
