import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import {
  alertOf,
  alerted,
  atlasEndpoint,
  atlasHost,
  caseAddress,
  caseEndpoint,
  defective,
  endedEarly,
  helloSaw,
  secure,
  standaloneHello,
  towards,
  towardsAll,
} from '../kit/tls-case.ts'

const vary = { address: caseAddress }
const plain = { address: caseAddress, transport: 'plain' } as const
const otherHost = 'cluster0-shard-00-01.ab1cd.mongodb.net'

export const cases: Cases = defineCases({
  code: 'tls-refused-before-certificate',
  matching: [
    {
      name: 'alert 80 right after the hello, for an Atlas host',
      evidence: towards(atlasHost)
        .saw('tls.handshake', atlasEndpoint, vary, alerted(80, { servername: atlasHost }))
        .build(),
      at: atlasEndpoint,
      certainty: 'likely',
    },
    {
      name: 'alert 80 at every member',
      evidence: towardsAll([atlasHost, otherHost])
        .saw('tls.handshake', atlasEndpoint, vary, alerted(80, { servername: atlasHost }))
        .saw('tls.handshake', `${otherHost}:27017`, vary, alerted(80, { servername: otherHost }))
        .build(),
      at: atlasEndpoint,
      certainty: 'likely',
    },
    {
      name: 'alert 80 at one member while another shows its certificate',
      evidence: towardsAll([atlasHost, otherHost])
        .saw('tls.handshake', atlasEndpoint, vary, alerted(80, { servername: atlasHost }))
        .saw('tls.handshake', `${otherHost}:27017`, vary, { ...secure, servername: otherHost })
        .build(),
      at: atlasEndpoint,
      certainty: 'possible',
    },
    {
      name: 'access_denied before the certificate, for a host of one’s own',
      evidence: towards().saw('tls.handshake', caseEndpoint, vary, alerted(49)).build(),
      at: caseEndpoint,
      certainty: 'likely',
    },
    {
      name: 'closed after our hello, and not answering without TLS either',
      evidence: towards()
        .saw('tls.handshake', caseEndpoint, vary, endedEarly({ is: 'closed' }))
        .saw('wire.hello', caseEndpoint, plain, helloSaw({ is: 'closed' }))
        .build(),
      at: caseEndpoint,
      certainty: 'possible',
    },
    {
      name: 'reset after the server hello',
      evidence: towards()
        .saw(
          'tls.handshake',
          caseEndpoint,
          vary,
          endedEarly(
            { is: 'reset' },
            { negotiated: { version: 'TLSv1.3', cipher: 'TLS_AES_256_GCM_SHA384' }, bytesRead: 127 },
          ),
        )
        .build(),
      at: caseEndpoint,
      certainty: 'possible',
    },
  ],
  lookAlikes: [
    {
      name: 'alert 80 after the certificate',
      evidence: towards(atlasHost)
        .saw('tls.handshake', atlasEndpoint, vary, {
          ...secure,
          outcome: { is: 'alert' },
          alerts: [alertOf(80, 'after-certificate')],
          afterSecure: 'not-reached',
        })
        .build(),
      at: atlasEndpoint,
      is: 'absent',
    },
    {
      name: 'alert 80 that our own stack sent',
      evidence: towards(atlasHost)
        .saw(
          'tls.handshake',
          atlasEndpoint,
          vary,
          endedEarly(
            { is: 'local-failure', code: 'ERR_SSL_INTERNAL_ERROR', reason: 'internal error' },
            { alerts: [alertOf(80, 'before-server-hello', 'sent')], bytesRead: 120 },
          ),
        )
        .build(),
      at: atlasEndpoint,
      is: 'not-present',
    },
    {
      name: 'a chain that fails verification',
      evidence: towards()
        .saw(
          'tls.handshake',
          caseEndpoint,
          vary,
          defective([{ is: 'untrusted-root', depth: 1, subject: 'CN=Lab root' }]),
        )
        .build(),
      at: caseEndpoint,
      is: 'absent',
      really: 'tls-private-ca',
    },
    {
      name: 'reset after our hello by a server that answers without TLS',
      evidence: towards()
        .saw('tls.handshake', caseEndpoint, vary, endedEarly({ is: 'reset' }))
        .saw('wire.hello', caseEndpoint, plain, helloSaw({ is: 'reply', hello: standaloneHello }))
        .build(),
      at: caseEndpoint,
      is: 'absent',
      really: 'tls-server-is-plain',
    },
    {
      name: 'silence',
      evidence: towards()
        .saw('tls.handshake', caseEndpoint, vary, endedEarly({ is: 'silent' }))
        .build(),
      at: caseEndpoint,
      is: 'unknown',
      really: 'tls-silent',
    },
    {
      name: 'an alert that the target, which is plain, would never meet',
      evidence: towards(atlasHost, { tls: false })
        .saw('tls.handshake', atlasEndpoint, vary, alerted(80, { servername: atlasHost }))
        .build(),
      at: atlasEndpoint,
      is: 'absent',
      really: 'tls-client-is-plain',
    },
  ],
})
