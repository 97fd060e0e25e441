import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import {
  caseAddress,
  caseEndpoint,
  defective,
  leafCertificate,
  secure,
  towards,
  verdict,
} from '../kit/tls-case.ts'
import type { ChainDefect } from '@mongowhy/core'

const at = caseEndpoint
const vary = { address: caseAddress }
const oldRoot = {
  is: 'expired',
  depth: 1,
  subject: 'CN=Lab root',
  notAfter: '2025-09-30T00:00:00.000Z',
} as const
const publicIntermediate = {
  ...leafCertificate,
  subject: "O=Let's Encrypt, CN=E9",
  issuer: 'O=Internet Security Research Group, CN=ISRG Root YE',
  isCa: true,
}
const newRoot: ChainDefect = {
  is: 'unknown-issuer',
  depth: 1,
  subject: publicIntermediate.subject,
  issuer: publicIntermediate.issuer,
  hasCaIssuersUrl: true,
}
const publicChain = { chain: [leafCertificate, publicIntermediate], chainLength: 2 }

export const cases: Cases = defineCases({
  code: 'tls-trust-store-outdated',
  matching: [
    {
      name: 'the root in the client’s store has expired',
      evidence: towards()
        .saw('tls.handshake', at, vary, defective([{ ...oldRoot, inStore: true }]))
        .build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'a public authority that only the bundled list has',
      evidence: towards()
        .saw(
          'tls.handshake',
          at,
          vary,
          defective([newRoot], {
            ...publicChain,
            verifications: [
              verdict('driver', [newRoot]),
              verdict('bundled', []),
              verdict('system', [newRoot]),
            ],
          }),
        )
        .build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'a public name that no list has',
      evidence: towards()
        .saw('tls.handshake', at, vary, defective([newRoot], publicChain))
        .build(),
      at,
      certainty: 'possible',
    },
    {
      name: 'the driver trusts it by an addition to its list',
      evidence: towards()
        .saw('tls.handshake', at, vary, {
          ...secure,
          verifications: [verdict('driver', []), verdict('bundled', [newRoot]), verdict('system', [newRoot])],
        })
        .build(),
      at,
      certainty: 'certain',
      bearing: 'advisory',
    },
    {
      name: 'the driver trusts it, the system does not',
      evidence: towards()
        .saw('tls.handshake', at, vary, {
          ...secure,
          verifications: [verdict('driver', []), { ...verdict('system', [newRoot]), storeSize: 0 }],
        })
        .build(),
      at,
      certainty: 'certain',
      bearing: 'advisory',
    },
  ],
  lookAlikes: [
    {
      name: 'an expired leaf',
      evidence: towards()
        .saw('tls.handshake', at, vary, defective([{ ...oldRoot, depth: 0, subject: 'CN=db.lab.test' }]))
        .build(),
      at,
      is: 'absent',
      really: 'tls-certificate-expired',
    },
    {
      name: 'an expired intermediate that the server sends, and the client has too',
      evidence: towards()
        .saw(
          'tls.handshake',
          at,
          vary,
          defective([{ ...oldRoot, subject: 'CN=Lab intermediate', inStore: true }], {
            chain: [
              leafCertificate,
              { ...leafCertificate, subject: 'CN=Lab intermediate', issuer: 'CN=Lab root' },
            ],
            chainLength: 2,
          }),
        )
        .build(),
      at,
      is: 'absent',
      really: 'tls-certificate-expired',
    },
    {
      name: 'an authority of someone’s own',
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
      name: 'a leaf alone of a public intermediate',
      evidence: towards()
        .saw(
          'tls.handshake',
          at,
          vary,
          defective([{ ...newRoot, depth: 0, issuer: "C=US, O=Let's Encrypt, CN=R11" }]),
        )
        .build(),
      at,
      is: 'absent',
      really: 'tls-intermediate-missing',
    },
    {
      name: 'a file of the user’s own that lacks the authority',
      evidence: towards(undefined, { tlsCAFile: '/etc/lab/ca.pem' })
        .saw('tls.handshake', at, vary, defective([newRoot], publicChain))
        .build(),
      at,
      is: 'absent',
      really: 'tls-ca-file-wrong',
    },
  ],
})
