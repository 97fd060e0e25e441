import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import {
  alertOf,
  caseAddress,
  caseEndpoint,
  fileSaw,
  helloSaw,
  secure,
  standaloneHello,
  towards,
} from '../kit/tls-case.ts'

const at = caseEndpoint
const vary = { address: caseAddress }
const without = { address: caseAddress, withoutClientCertificate: true }
const overTls = { address: caseAddress, transport: 'tls' } as const
const path = '/etc/lab/client.pem'
const target = towards(undefined, { tlsCertificateKeyFile: path })
const sent = { requested: true, sent: true, acceptableIssuers: [] }
const refused = (number: number) =>
  ({
    ...secure,
    clientCertificate: sent,
    alerts: [alertOf(number, 'after-handshake')],
    afterSecure: 'alert',
  }) as const
const closed = { ...secure, clientCertificate: sent, afterSecure: 'closed' } as const

export const cases: Cases = defineCases({
  code: 'tls-client-certificate-rejected',
  matching: [
    {
      name: 'unknown_ca after the handshake',
      evidence: target.saw('tls.handshake', at, vary, refused(48)).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'certificate_expired within a TLS 1.2 handshake',
      evidence: target
        .saw('tls.handshake', at, vary, {
          ...secure,
          outcome: { is: 'alert' },
          clientCertificate: sent,
          alerts: [alertOf(45, 'after-client-flight')],
          afterSecure: 'not-reached',
        })
        .build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'closed after the handshake; without our certificate it goes on',
      evidence: target
        .saw('tls.handshake', at, vary, closed)
        .saw('tls.handshake', at, without, secure)
        .build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'closed after the handshake, with our certificate and without',
      evidence: target
        .saw(
          'env.file',
          null,
          { option: 'tlsCertificateKeyFile', path },
          fileSaw(
            'tlsCertificateKeyFile',
            { is: 'unfit', problem: 'client-certificate-expired', detail: null },
            path,
          ),
        )
        .saw('tls.handshake', at, vary, closed)
        .saw('tls.handshake', at, without, { ...closed, clientCertificate: { ...sent, sent: false } })
        .build(),
      at,
      certainty: 'likely',
    },
  ],
  lookAlikes: [
    {
      name: 'none was sent',
      evidence: towards()
        .saw('tls.handshake', at, vary, {
          ...refused(116),
          clientCertificate: { ...sent, sent: false },
        })
        .build(),
      at,
      is: 'absent',
      really: 'tls-client-certificate-required',
    },
    {
      name: 'sent, and the server goes on',
      evidence: target
        .saw('tls.handshake', at, vary, { ...secure, clientCertificate: sent })
        .saw('wire.hello', at, overTls, helloSaw({ is: 'reply', hello: standaloneHello }, 'tls'))
        .build(),
      at,
      is: 'absent',
    },
    {
      name: 'closed after the handshake, not tried without yet',
      evidence: target.saw('tls.handshake', at, vary, closed).build(),
      at,
      is: 'unknown',
    },
    {
      name: 'a chain of the server’s that our side refuses',
      evidence: towards()
        .saw('tls.handshake', at, vary, {
          ...secure,
          alerts: [alertOf(48, 'after-handshake', 'sent')],
          afterSecure: 'not-reached',
        })
        .build(),
      at,
      is: 'absent',
      really: 'tls-private-ca',
    },
  ],
})
