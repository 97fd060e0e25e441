import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { caseAddress, caseEndpoint, defective, secure, towards } from '../kit/tls-case.ts'
import type { ChainDefect, TlsSighting } from '@mongowhy/core'

const at = caseEndpoint
const vary = { address: caseAddress }
const leaf = { depth: 0, subject: 'CN=db.lab.test' } as const
const issuer = { depth: 1, subject: 'CN=Lab intermediate' } as const
const purpose = { ...leaf, is: 'purpose', purposes: ['1.3.6.1.5.5.7.3.2'] } as const
const weakKey = { ...leaf, is: 'weak-key', key: 'RSA 1024' } as const

const sent = (defects: readonly ChainDefect[], more: Partial<TlsSighting> = {}) =>
  towards()
    .saw('tls.handshake', at, vary, defective(defects, { runtimeVerdict: 'UNSPECIFIED', ...more }))
    .build()

export const cases: Cases = defineCases({
  code: 'tls-certificate-unfit',
  matching: [
    { name: 'for clients alone', evidence: sent([purpose]), at, certainty: 'certain' },
    {
      name: 'signed with SHA-1',
      evidence: sent([{ ...leaf, is: 'weak-digest', digest: 'SHA-1' }]),
      at,
      certainty: 'certain',
    },
    {
      name: 'outside of its authority’s names',
      evidence: sent([{ ...leaf, is: 'name-constraint', name: 'db.lab.test' }]),
      at,
      certainty: 'certain',
    },
    {
      name: 'issued by what is no authority',
      evidence: sent([{ ...issuer, is: 'issuer-no-ca' }]),
      at,
      certainty: 'certain',
    },
    {
      name: 'old and new authority of one name, mixed by the server',
      evidence: sent([{ ...leaf, is: 'bad-signature', issuerFrom: 'chain' }]),
      at,
      certainty: 'certain',
    },
    {
      name: 'a short key that this runtime lets pass',
      evidence: sent([weakKey], { runtimeVerdict: null }),
      at,
      certainty: 'certain',
      bearing: 'advisory',
    },
    {
      name: 'refused by the runtime for a reason that we do not read',
      evidence: sent([]),
      at,
      certainty: 'likely',
    },
    {
      name: 'no certificate at all in the place of one',
      evidence: sent([{ ...leaf, is: 'unreadable' }], { chain: [], chainLength: 1 }),
      at,
      certainty: 'certain',
    },
  ],
  lookAlikes: [
    {
      name: 'expired',
      evidence: sent([{ ...leaf, is: 'expired', notAfter: '2025-12-31T00:00:00.000Z' }]),
      at,
      is: 'absent',
      really: 'tls-certificate-expired',
    },
    {
      name: 'of an authority that is not known',
      evidence: sent([{ ...issuer, is: 'untrusted-root' }]),
      at,
      is: 'absent',
      really: 'tls-private-ca',
    },
    {
      name: 'signed by a namesake of the authority that the client trusts',
      evidence: sent([{ ...leaf, is: 'bad-signature', issuerFrom: 'store' }]),
      at,
      is: 'absent',
      really: 'tls-private-ca',
    },
    {
      name: 'for another name',
      evidence: sent([{ ...leaf, is: 'name-mismatch', wanted: 'db.lab.test', names: ['a.lab.test'] }]),
      at,
      is: 'absent',
      really: 'tls-hostname-mismatch',
    },
    {
      name: 'revoked, by a list that the user gave',
      evidence: sent([], { runtimeVerdict: 'CERT_REVOKED' }),
      at,
      is: 'absent',
      really: 'tls-revocation',
    },
    {
      name: 'a defect of our own reading, which the runtime passes over',
      evidence: sent([{ ...leaf, is: 'key-usage' }], { runtimeVerdict: null }),
      at,
      is: 'absent',
    },
    {
      name: 'sound',
      evidence: towards().saw('tls.handshake', at, vary, secure).build(),
      at,
      is: 'absent',
    },
  ],
})
