import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { caseAddress, caseEndpoint, caseHost, defective, machine, secure, towards } from '../kit/tls-case.ts'

const at = caseEndpoint
const vary = { address: caseAddress }
const here = machine({ now: '2026-11-01T12:00:00.000Z', plausible: true, reason: null })
const off = { ...here, verificationOff: true } as const
const selfSigned = { is: 'self-signed', depth: 0, subject: 'CN=db.lab.test' } as const

export const cases: Cases = defineCases({
  code: 'env-verification-off',
  matching: [
    {
      name: 'switched off, and the certificate is sound',
      evidence: towards().saw('env.host', null, {}, off).saw('tls.handshake', at, vary, secure).build(),
      at: null,
      certainty: 'certain',
      bearing: 'advisory',
    },
    {
      name: 'switched off before a certificate that nobody can verify',
      evidence: towards()
        .saw('env.host', null, {}, off)
        .saw('tls.handshake', at, vary, defective([selfSigned]))
        .build(),
      at: null,
      certainty: 'certain',
      bearing: 'advisory',
    },
  ],
  lookAlikes: [
    {
      name: 'not switched off, and a certificate that nobody can verify',
      evidence: towards()
        .saw('env.host', null, {}, here)
        .saw('tls.handshake', at, vary, defective([selfSigned]))
        .build(),
      at: null,
      is: 'absent',
      really: 'tls-self-signed',
    },
    {
      name: 'switched off, and no TLS is asked for',
      evidence: towards(caseHost, { tls: false }).saw('env.host', null, {}, off).build(),
      at: null,
      is: 'absent',
    },
  ],
})
