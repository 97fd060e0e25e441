import type { Evidence } from '@mongowhy/core'

import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { caseAddress, caseEndpoint, defective, leafCertificate, secure, towards } from '../kit/tls-case.ts'

const at = caseEndpoint
const vary = { address: caseAddress }
const unknownIssuer = {
  is: 'unknown-issuer',
  depth: 0,
  subject: 'CN=db.lab.test',
  issuer: 'CN=Lab intermediate',
  hasCaIssuersUrl: false,
} as const

const url = 'http://ca.lab.test/intermediate.crt'

function issuerFetched(
  names: { readonly subject: string; readonly issuer: string },
  trusted: boolean,
): Evidence {
  const named = { ...leafCertificate, issuer: names.subject, caIssuers: [url] }
  const shown = defective([{ ...unknownIssuer, issuer: names.subject, hasCaIssuersUrl: true }], {
    chain: [named],
  })
  return towards()
    .saw('tls.handshake', at, vary, shown)
    .saw(
      'tls.aia',
      at,
      { url },
      {
        url,
        outcome: {
          is: 'fetched',
          certificate: { ...leafCertificate, ...names, isCa: true },
          isIssuer: true,
          verifications: [{ store: 'driver', storeSize: 1, trusted, defects: [] }],
        },
      },
    )
    .build()
}

export const cases: Cases = defineCases({
  code: 'tls-intermediate-missing',
  matching: [
    {
      name: 'a leaf alone whose issuer was fetched, and completes the chain',
      evidence: issuerFetched({ subject: 'CN=Lab intermediate', issuer: 'CN=Lab root' }, true),
      at,
      certainty: 'certain',
    },
    {
      name: 'a leaf alone whose issuer was fetched, and whose root is not trusted either',
      evidence: issuerFetched({ subject: 'CN=Lab intermediate', issuer: 'CN=Lab root' }, false),
      at,
      certainty: 'likely',
    },
    {
      name: 'a leaf alone, of a public intermediate',
      evidence: towards()
        .saw(
          'tls.handshake',
          at,
          vary,
          defective([{ ...unknownIssuer, issuer: "C=US, O=Let's Encrypt, CN=R11" }]),
        )
        .build(),
      at,
      certainty: 'likely',
    },
    {
      name: 'a leaf alone, whose issuer can be fetched',
      evidence: towards()
        .saw(
          'tls.handshake',
          at,
          vary,
          defective([{ ...unknownIssuer, hasCaIssuersUrl: true }], {
            chain: [{ ...leafCertificate, caIssuers: ['http://ca.lab.test/intermediate.crt'] }],
          }),
        )
        .build(),
      at,
      certainty: 'likely',
    },
    {
      name: 'a leaf alone with its issuer’s address within the company, whose root is given',
      evidence: towards(undefined, { tlsCAFile: '/etc/lab/ca.pem' })
        .saw(
          'tls.handshake',
          at,
          vary,
          defective([{ ...unknownIssuer, hasCaIssuersUrl: true }], {
            chain: [{ ...leafCertificate, caIssuers: ['http://pki.corp/intermediate.crt'] }],
          }),
        )
        .build(),
      at,
      certainty: 'likely',
    },
    {
      name: 'a leaf alone, of an issuer that calls itself an intermediate, with the root given',
      evidence: towards(undefined, { tlsCAFile: '/etc/lab/ca.pem' })
        .saw('tls.handshake', at, vary, defective([unknownIssuer]))
        .build(),
      at,
      certainty: 'likely',
    },
  ],
  lookAlikes: [
    {
      name: 'a leaf alone whose issuer was fetched, and is a root that is not trusted',
      evidence: issuerFetched({ subject: 'CN=Lab root', issuer: 'CN=Lab root' }, false),
      at,
      is: 'absent',
      really: 'tls-private-ca',
    },
    {
      name: 'a leaf alone, whose issuer is in no way an intermediate, with another authority given',
      evidence: towards(undefined, { tlsCAFile: '/etc/lab/ca.pem' })
        .saw('tls.handshake', at, vary, defective([{ ...unknownIssuer, issuer: 'CN=Other root' }]))
        .build(),
      at,
      is: 'absent',
      really: 'tls-ca-file-wrong',
    },
    {
      name: 'a leaf alone, issued by a private root that is not sent, as is usual',
      evidence: towards()
        .saw('tls.handshake', at, vary, defective([unknownIssuer]))
        .build(),
      at,
      is: 'absent',
      really: 'tls-private-ca',
    },
    {
      name: 'leaf and intermediate of a public authority whose root the store lacks',
      evidence: towards()
        .saw(
          'tls.handshake',
          at,
          vary,
          defective(
            [
              {
                is: 'unknown-issuer',
                depth: 1,
                subject: "C=US, O=Let's Encrypt, CN=R11",
                issuer: 'C=US, O=Internet Security Research Group, CN=ISRG Root X1',
                hasCaIssuersUrl: true,
              },
            ],
            { chain: [leafCertificate, leafCertificate], chainLength: 2 },
          ),
        )
        .build(),
      at,
      is: 'absent',
      really: 'tls-trust-store-outdated',
    },
    {
      name: 'a chain up to a root that is not trusted',
      evidence: towards()
        .saw(
          'tls.handshake',
          at,
          vary,
          defective([{ is: 'untrusted-root', depth: 2, subject: 'CN=Lab root' }]),
        )
        .build(),
      at,
      is: 'absent',
      really: 'tls-private-ca',
    },
    {
      name: 'a chain that verifies',
      evidence: towards().saw('tls.handshake', at, vary, secure).build(),
      at,
      is: 'absent',
    },
  ],
})
