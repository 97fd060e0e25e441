import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import {
  alertOf,
  caseAddress,
  caseEndpoint,
  helloSaw,
  secure,
  standaloneHello,
  towards,
} from '../kit/tls-case.ts'

const at = caseEndpoint
const vary = { address: caseAddress }
const overTls = { address: caseAddress, transport: 'tls' } as const
const asked = { requested: true, sent: false, acceptableIssuers: ['CN=Lab root'] }
const after13 = {
  ...secure,
  clientCertificate: asked,
  alerts: [alertOf(116, 'after-handshake')],
  afterSecure: 'alert',
} as const
const ended12 = { ...secure, clientCertificate: asked, afterSecure: 'not-reached' } as const

export const cases: Cases = defineCases({
  code: 'tls-client-certificate-required',
  matching: [
    {
      name: 'TLS 1.3: alert 116 after the handshake',
      evidence: towards().saw('tls.handshake', at, vary, after13).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'TLS 1.2: alert 40 after our flight',
      evidence: towards()
        .saw('tls.handshake', at, vary, {
          ...ended12,
          outcome: { is: 'alert' },
          alerts: [alertOf(40, 'after-client-flight')],
        })
        .build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'a server written in Go: bad_certificate although none was sent',
      evidence: towards()
        .saw('tls.handshake', at, vary, {
          ...ended12,
          outcome: { is: 'alert' },
          alerts: [alertOf(42, 'after-client-flight')],
        })
        .build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'mongod, TLS 1.3: the handshake completes, then the connection ends',
      evidence: towards()
        .saw('tls.handshake', at, vary, { ...secure, clientCertificate: asked, afterSecure: 'closed' })
        .saw('wire.hello', at, overTls, helloSaw({ is: 'closed' }, 'tls'))
        .build(),
      at,
      certainty: 'likely',
    },
    {
      name: 'mongod, TLS 1.2: closed instead of its Finished',
      evidence: towards()
        .saw('tls.handshake', at, vary, { ...ended12, outcome: { is: 'closed' } })
        .build(),
      at,
      certainty: 'likely',
    },
  ],
  lookAlikes: [
    {
      name: 'mongod asks for a certificate and does without',
      evidence: towards()
        .saw('tls.handshake', at, vary, { ...secure, clientCertificate: asked })
        .saw('wire.hello', at, overTls, helloSaw({ is: 'reply', hello: standaloneHello }, 'tls'))
        .build(),
      at,
      is: 'absent',
    },
    {
      name: 'closed after the handshake by a server that did not ask for one',
      evidence: towards()
        .saw('tls.handshake', at, vary, { ...secure, afterSecure: 'closed' })
        .saw('wire.hello', at, overTls, helloSaw({ is: 'closed' }, 'tls'))
        .build(),
      at,
      is: 'absent',
    },
    {
      name: 'a certificate was sent and refused',
      evidence: towards(undefined, { tlsCertificateKeyFile: '/etc/lab/client.pem' })
        .saw('tls.handshake', at, vary, {
          ...after13,
          clientCertificate: { ...asked, sent: true },
          alerts: [alertOf(48, 'after-handshake')],
        })
        .build(),
      at,
      is: 'absent',
      really: 'tls-client-certificate-rejected',
    },
    {
      name: 'a file was given, and nothing came of it',
      evidence: towards(undefined, { tlsCertificateKeyFile: '/etc/lab/client.pem' })
        .saw('tls.handshake', at, vary, after13)
        .build(),
      at,
      is: 'unknown',
      really: 'tls-client-key-unusable',
    },
    {
      name: 'alert 40 before any certificate',
      evidence: towards()
        .saw('tls.handshake', at, vary, {
          ...secure,
          outcome: { is: 'alert' },
          negotiated: null,
          chain: [],
          chainLength: 0,
          alerts: [alertOf(40, 'before-server-hello')],
          afterSecure: 'not-reached',
        })
        .build(),
      at,
      is: 'unknown',
      really: 'tls-no-common-cipher',
    },
  ],
})
