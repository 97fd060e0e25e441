import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { walked } from '../kit/round-case.ts'
import {
  alerted,
  caseAddress,
  caseEndpoint,
  endedEarly,
  helloSaw,
  secure,
  standaloneHello,
  towards,
} from '../kit/tls-case.ts'

const at = caseEndpoint
const vary = { address: caseAddress }
const plain = { address: caseAddress, transport: 'plain' } as const
const silent = endedEarly({ is: 'silent' })

const none = 'tls silent'

export const cases: Cases = defineCases({
  code: 'tls-silent',
  matching: [
    {
      name: 'a repetition in which some hellos get no answer',
      evidence: walked(towards(), at, caseAddress, [
        'ok A',
        none,
        none,
        'ok A',
        'ok A',
        none,
        'ok A',
      ]).build(),
      at,
      certainty: 'likely',
    },
    {
      name: 'nothing in answer to the hello, with TLS or without',
      evidence: towards()
        .saw('tls.handshake', at, vary, silent, 5_000)
        .saw('wire.hello', at, plain, helloSaw({ is: 'silent' }))
        .build(),
      at,
      certainty: 'likely',
    },
    {
      name: 'the end after seconds, as of a balancer that looked for its server in vain',
      evidence: towards()
        .saw('tls.handshake', at, vary, endedEarly({ is: 'closed', afterMs: 3_000 }))
        .build(),
      at,
      certainty: 'likely',
    },
    {
      name: 'silent after the server hello',
      evidence: towards()
        .saw(
          'tls.handshake',
          at,
          vary,
          endedEarly(
            { is: 'silent' },
            { bytesRead: 127, negotiated: { version: 'TLSv1.3', cipher: 'TLS_AES_256_GCM_SHA384' } },
          ),
        )
        .build(),
      at,
      certainty: 'likely',
    },
  ],
  lookAlikes: [
    {
      name: 'the end at once',
      evidence: towards()
        .saw('tls.handshake', at, vary, endedEarly({ is: 'closed', afterMs: 20 }))
        .build(),
      at,
      is: 'absent',
      really: 'tls-refused-before-certificate',
    },
    {
      name: 'silent once in a repetition',
      evidence: walked(towards(), at, caseAddress, ['ok A', none, 'ok A', 'ok A', 'ok A', 'ok A']).build(),
      at,
      is: 'unknown',
    },
    {
      name: 'a plain server that waits for the rest of what it takes for a long message',
      evidence: towards()
        .saw('tls.handshake', at, vary, silent)
        .saw('wire.hello', at, plain, helloSaw({ is: 'reply', hello: standaloneHello }))
        .build(),
      at,
      is: 'absent',
      really: 'tls-server-is-plain',
    },
    {
      name: 'TLS is there, and the hello within it is not answered',
      evidence: towards()
        .saw('tls.handshake', at, vary, { ...secure, afterSecure: 'silent' })
        .saw('wire.hello', at, { address: caseAddress, transport: 'tls' }, helloSaw({ is: 'silent' }, 'tls'))
        .build(),
      at,
      is: 'absent',
      really: 'wire-hello-silent',
    },
    {
      name: 'an alert',
      evidence: towards().saw('tls.handshake', at, vary, alerted(80)).build(),
      at,
      is: 'absent',
      really: 'tls-refused-before-certificate',
    },
    {
      name: 'no connection was made',
      evidence: towards().skipped('tls.handshake', at, vary, 'earlier-fault').build(),
      at,
      is: 'unknown',
      really: 'tcp-filtered',
    },
  ],
})
