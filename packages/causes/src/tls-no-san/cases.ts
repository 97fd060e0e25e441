import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { caseAddress, caseEndpoint, defective, secure, towards, verdict } from '../kit/tls-case.ts'

const at = caseEndpoint
const vary = { address: caseAddress }
const noAltNames = { is: 'no-alt-names', depth: 0, subject: 'CN=db.lab.test' } as const
const mismatch = {
  is: 'name-mismatch',
  depth: 0,
  subject: 'CN=other.lab.test',
  wanted: 'db.lab.test',
  names: [],
} as const
const untrusted = { is: 'untrusted-root', depth: 1, subject: 'CN=Lab root' } as const
const passes = {
  ...secure,
  verifications: [{ ...verdict('driver', [noAltNames]), trusted: true }],
}

export const cases: Cases = defineCases({
  code: 'tls-no-san',
  matching: [
    {
      name: 'the common name fits, and Node accepts it',
      evidence: towards().saw('tls.handshake', at, vary, passes).build(),
      at,
      certainty: 'certain',
      bearing: 'advisory',
    },
    {
      name: 'beside an authority that is not known',
      evidence: towards()
        .saw('tls.handshake', at, vary, defective([untrusted, noAltNames]))
        .build(),
      at,
      certainty: 'certain',
      bearing: 'advisory',
    },
  ],
  lookAlikes: [
    {
      name: 'no alternative name, and another common name',
      evidence: towards()
        .saw('tls.handshake', at, vary, defective([mismatch, noAltNames]))
        .build(),
      at,
      is: 'absent',
      really: 'tls-hostname-mismatch',
    },
    {
      name: 'a certificate with its name where it belongs',
      evidence: towards().saw('tls.handshake', at, vary, secure).build(),
      at,
      is: 'absent',
    },
  ],
})
