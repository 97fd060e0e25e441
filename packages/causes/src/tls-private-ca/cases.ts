import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import {
  atlasEndpoint,
  atlasHost,
  caseAddress,
  caseEndpoint,
  defective,
  leafCertificate,
  secure,
  towards,
  verdict,
} from '../kit/tls-case.ts'

const at = caseEndpoint
const vary = { address: caseAddress }
const untrusted = { is: 'untrusted-root', depth: 1, subject: 'CN=Lab root' } as const
const unknownIssuer = {
  is: 'unknown-issuer',
  depth: 0,
  subject: 'CN=db.lab.test',
  issuer: 'CN=Lab root',
  hasCaIssuersUrl: false,
} as const
const rootCertificate = { ...leafCertificate, subject: 'CN=Lab root', isCa: true }
const whole = { chain: [leafCertificate, rootCertificate], chainLength: 2 }

export const cases: Cases = defineCases({
  code: 'tls-private-ca',
  matching: [
    {
      name: 'a chain up to a root of one’s own',
      evidence: towards()
        .saw('tls.handshake', at, vary, defective([untrusted], whole))
        .build(),
      at,
      certainty: 'likely',
    },
    {
      name: 'a leaf alone, of an issuer that nobody publishes',
      evidence: towards()
        .saw('tls.handshake', at, vary, defective([unknownIssuer]))
        .build(),
      at,
      certainty: 'likely',
    },
    {
      name: 'a root that the system’s store has and Node’s list has not',
      evidence: towards()
        .saw(
          'tls.handshake',
          at,
          vary,
          defective([untrusted], {
            ...whole,
            verifications: [
              verdict('driver', [untrusted]),
              verdict('bundled', [untrusted]),
              verdict('system', []),
            ],
          }),
        )
        .build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'a private root in the name of an Atlas host',
      evidence: towards(atlasHost)
        .saw(
          'tls.handshake',
          atlasEndpoint,
          vary,
          defective([untrusted], { ...whole, servername: atlasHost }),
        )
        .build(),
      at: atlasEndpoint,
      certainty: 'possible',
    },
    {
      name: 'an authority of the same name, made anew',
      evidence: towards()
        .saw(
          'tls.handshake',
          at,
          vary,
          defective([{ is: 'bad-signature', depth: 0, subject: 'CN=db.lab.test', issuerFrom: 'store' }]),
        )
        .build(),
      at,
      certainty: 'likely',
    },
    {
      name: 'any certificate accepted by request',
      evidence: towards(undefined, { tlsAllowInvalidCertificates: true })
        .saw('tls.handshake', at, vary, defective([untrusted], whole))
        .build(),
      at,
      certainty: 'likely',
      bearing: 'advisory',
    },
  ],
  lookAlikes: [
    {
      name: 'a leaf alone, of a public intermediate',
      evidence: towards()
        .saw(
          'tls.handshake',
          at,
          vary,
          defective([{ ...unknownIssuer, issuer: "C=US, O=Let's Encrypt, CN=R11", hasCaIssuersUrl: true }]),
        )
        .build(),
      at,
      is: 'absent',
      really: 'tls-intermediate-missing',
    },
    {
      name: 'a self-signed leaf',
      evidence: towards()
        .saw(
          'tls.handshake',
          at,
          vary,
          defective([{ is: 'self-signed', depth: 0, subject: 'CN=db.lab.test' }]),
        )
        .build(),
      at,
      is: 'absent',
      really: 'tls-self-signed',
    },
    {
      name: 'a public chain, and a CA file of someone else’s',
      evidence: towards(undefined, { tlsCAFile: '/etc/lab/ca.pem' })
        .saw(
          'tls.handshake',
          at,
          vary,
          defective([unknownIssuer], {
            verifications: [verdict('driver', [unknownIssuer]), verdict('bundled', [])],
          }),
        )
        .build(),
      at,
      is: 'absent',
      really: 'tls-ca-file-wrong',
    },
    {
      name: 'a chain that verifies',
      evidence: towards().saw('tls.handshake', at, vary, secure).build(),
      at,
      is: 'absent',
    },
    {
      name: 'no certificate was seen',
      evidence: towards().skipped('tls.handshake', at, vary, 'earlier-fault').build(),
      at,
      is: 'unknown',
    },
  ],
})
