import { cite, defineCause, says } from '@mongowhy/core'
import type { Cause, Endpoint } from '@mongowhy/core'

import { defectsOf, overChains } from '../kit/chain.ts'

interface Facts {
  readonly endpoint: Endpoint
  readonly host: string
  readonly subject: string
}

export const cause: Cause = defineCause<Facts>({
  code: 'tls-no-san',
  title: 'The certificate has no subject alternative name',
  scope: 'endpoint',
  infer: (evidence, at) =>
    overChains(evidence, at, ({ look, host, verification }) => {
      const defect = defectsOf(verification, 'no-alt-names')[0]
      // Where the common name does not fit either, no client accepts it, and that is the fault to name.
      if (defect === undefined || defectsOf(verification, 'name-mismatch').length > 0) return null
      const endpoint = look.ask.endpoint ?? ''
      return {
        is: 'present',
        certainty: 'certain',
        // Node.js falls back to the common name, so the target can be used from here.
        bearing: 'advisory',
        facts: { endpoint, host, subject: defect.subject },
        because: [
          cite(
            look,
            says`${endpoint} sent the certificate ${defect.subject}, which names its host there alone`,
          ),
        ],
      }
    }),
  advise: ({ endpoint, host, subject }) => ({
    title: says`The certificate of ${endpoint} names its host only in the common name, which many clients ignore`,
    explanation: says`The certificate ${subject} has no host name among its subject alternative names, or none of them at all. Node.js, Python and Java then compare the common name and accept it; Go, Rust and browsers do not look there any more and refuse the certificate. So this program connects, and another with the same string does not.`,
    steps: [
      says`Have the certificate issued anew with DNS:${host} among its subject alternative names ("openssl req … -addext subjectAltName=DNS:${host}"), for each member with its own name.`,
    ],
    operator: [
      says`What issues the certificate of ${endpoint}: DNS:${host} in subjectAltName, and likewise for each member.`,
    ],
  }),
})
