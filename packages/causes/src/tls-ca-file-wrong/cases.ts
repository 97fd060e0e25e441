import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import {
  caseAddress,
  caseEndpoint,
  defective,
  fileSaw,
  leafCertificate,
  secure,
  towards,
  verdict,
} from '../kit/tls-case.ts'

const path = '/etc/lab/ca.pem'
const vary = { option: 'tlsCAFile', path } as const
const handshake = { address: caseAddress }
const target = towards(undefined, { tlsCAFile: path })
const usable = fileSaw('tlsCAFile', { is: 'usable', certificates: 1, keys: 0, encryptedKey: false }, path)
const untrusted = { is: 'untrusted-root', depth: 1, subject: 'CN=Other root' } as const
const unknownIssuer = {
  is: 'unknown-issuer',
  depth: 0,
  subject: 'CN=db.lab.test',
  issuer: 'CN=Other root',
  hasCaIssuersUrl: false,
} as const

export const cases: Cases = defineCases({
  code: 'tls-ca-file-wrong',
  matching: [
    {
      name: 'a Java keystore',
      evidence: target
        .saw(
          'env.file',
          null,
          vary,
          fileSaw('tlsCAFile', { is: 'unfit', problem: 'java-keystore', detail: null }, path),
        )
        .saw('tls.handshake', caseEndpoint, handshake, defective([unknownIssuer]))
        .build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'an empty file, where any certificate is accepted by request',
      evidence: towards(undefined, { tlsCAFile: path, tlsAllowInvalidCertificates: true })
        .saw(
          'env.file',
          null,
          vary,
          fileSaw('tlsCAFile', { is: 'unfit', problem: 'empty', detail: null }, path),
        )
        .build(),
      at: null,
      certainty: 'certain',
      bearing: 'advisory',
    },
    {
      name: 'another authority’s certificate',
      evidence: target
        .saw('env.file', null, vary, usable)
        .saw('tls.handshake', caseEndpoint, handshake, defective([unknownIssuer]))
        .build(),
      at: null,
      certainty: 'likely',
    },
    {
      name: 'a private authority’s certificate for a server with a public one',
      evidence: target
        .saw('env.file', null, vary, usable)
        .saw(
          'tls.handshake',
          caseEndpoint,
          handshake,
          defective([untrusted], { verifications: [verdict('driver', [untrusted]), verdict('bundled', [])] }),
        )
        .build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'the authority’s older certificate of the same name',
      evidence: target
        .saw('env.file', null, vary, usable)
        .saw(
          'tls.handshake',
          caseEndpoint,
          handshake,
          defective([{ is: 'bad-signature', depth: 0, subject: 'CN=db.lab.test', issuerFrom: 'store' }]),
        )
        .build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'the intermediate without its root',
      evidence: target
        .saw('env.file', null, vary, usable)
        .saw(
          'tls.handshake',
          caseEndpoint,
          handshake,
          defective([], {
            verifications: [
              {
                ...verdict('driver', [{ ...unknownIssuer, depth: 1, subject: 'CN=Lab intermediate' }]),
                partial: true,
              },
            ],
          }),
        )
        .build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: '200 MB',
      evidence: target
        .saw('env.file', null, vary, fileSaw('tlsCAFile', { is: 'too-large', bytes: 200_000_000 }, path))
        .build(),
      at: null,
      certainty: 'likely',
    },
  ],
  lookAlikes: [
    {
      name: 'a chain that the runtime accepts and we cannot follow',
      evidence: target
        .saw('env.file', null, vary, usable)
        .saw('tls.handshake', caseEndpoint, handshake, {
          ...secure,
          verifications: [verdict('driver', [unknownIssuer])],
        })
        .build(),
      at: null,
      is: 'absent',
    },
    {
      name: 'no file given, a private authority',
      evidence: towards()
        .saw('tls.handshake', caseEndpoint, handshake, defective([untrusted]))
        .build(),
      at: null,
      is: 'unknown',
      really: 'tls-private-ca',
    },
    {
      name: 'the right file, an expired certificate',
      evidence: target
        .saw('env.file', null, vary, usable)
        .saw(
          'tls.handshake',
          caseEndpoint,
          handshake,
          defective([
            { is: 'expired', depth: 0, subject: 'CN=db.lab.test', notAfter: '2025-12-31T00:00:00.000Z' },
          ]),
        )
        .build(),
      at: null,
      is: 'absent',
      really: 'tls-certificate-expired',
    },
    {
      name: 'a file that fits one member and not the other',
      evidence: target
        .saw('env.file', null, vary, usable)
        .saw('tls.handshake', 'other.lab.test:27017', handshake, defective([untrusted]))
        .saw('tls.handshake', caseEndpoint, handshake, secure)
        .build(),
      at: null,
      is: 'absent',
      really: 'tls-private-ca',
    },
    {
      name: 'the right root, and a server that leaves out its intermediate',
      evidence: target
        .saw('env.file', null, vary, usable)
        .saw(
          'tls.handshake',
          caseEndpoint,
          handshake,
          defective([{ ...unknownIssuer, hasCaIssuersUrl: true }], {
            chain: [{ ...leafCertificate, caIssuers: ['http://ca.lab.test/intermediate.crt'] }],
          }),
        )
        .build(),
      at: null,
      is: 'unknown',
      really: 'tls-intermediate-missing',
    },
    {
      name: 'the right root, and a chain in which one certificate did not sign the other',
      evidence: target
        .saw('env.file', null, vary, usable)
        .saw(
          'tls.handshake',
          caseEndpoint,
          handshake,
          defective([{ is: 'bad-signature', depth: 0, subject: 'CN=db.lab.test', issuerFrom: 'chain' }]),
        )
        .build(),
      at: null,
      is: 'unknown',
      really: 'tls-certificate-unfit',
    },
    {
      name: 'no such file',
      evidence: target.saw('env.file', null, vary, fileSaw('tlsCAFile', { is: 'missing' }, path)).build(),
      at: null,
      is: 'unknown',
      really: 'uri-tls-file-missing',
    },
  ],
})
