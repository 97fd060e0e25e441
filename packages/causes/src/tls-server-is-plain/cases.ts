import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
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
const reply = helloSaw({ is: 'reply', hello: standaloneHello })

export const cases: Cases = defineCases({
  code: 'tls-server-is-plain',
  matching: [
    {
      name: 'reset after our hello, as mongod does, and an answer without TLS',
      evidence: towards()
        .saw('tls.handshake', at, vary, endedEarly({ is: 'reset' }))
        .saw('wire.hello', at, plain, reply)
        .build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'silent to our hello, since it waits for the rest of a long message, and an answer without TLS',
      evidence: towards()
        .saw('tls.handshake', at, vary, endedEarly({ is: 'silent' }))
        .saw('wire.hello', at, plain, reply)
        .build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'an answer in MongoDB’s protocol to our TLS hello',
      evidence: towards()
        .saw(
          'tls.handshake',
          at,
          vary,
          endedEarly({ is: 'not-tls', protocol: 'mongodb', excerpt: '' }, { bytesRead: 60 }),
        )
        .build(),
      at,
      certainty: 'certain',
    },
  ],
  lookAlikes: [
    {
      name: 'reset after our hello, not asked without TLS yet',
      evidence: towards()
        .saw('tls.handshake', at, vary, endedEarly({ is: 'reset' }))
        .build(),
      at,
      is: 'unknown',
    },
    {
      name: 'closed after our hello, and without TLS too',
      evidence: towards()
        .saw('tls.handshake', at, vary, endedEarly({ is: 'closed' }))
        .saw('wire.hello', at, plain, helloSaw({ is: 'closed' }))
        .build(),
      at,
      is: 'absent',
      really: 'tls-refused-before-certificate',
    },
    {
      name: 'the question without TLS was not put',
      evidence: towards()
        .saw('tls.handshake', at, vary, endedEarly({ is: 'closed' }))
        .skipped('wire.hello', at, plain, 'time-out')
        .build(),
      at,
      is: 'unknown',
    },
    {
      name: 'an alert, which only TLS sends',
      evidence: towards().saw('tls.handshake', at, vary, alerted(80)).build(),
      at,
      is: 'absent',
      really: 'tls-refused-before-certificate',
    },
    {
      name: 'a server that takes both, and TLS works',
      evidence: towards().saw('tls.handshake', at, vary, secure).saw('wire.hello', at, plain, reply).build(),
      at,
      is: 'absent',
    },
    {
      name: 'a web server',
      evidence: towards()
        .saw(
          'tls.handshake',
          at,
          vary,
          endedEarly({ is: 'not-tls', protocol: 'http', excerpt: 'HTTP/1.1 400' }, { bytesRead: 100 }),
        )
        .build(),
      at,
      is: 'not-present',
      really: 'tls-not-mongodb',
    },
  ],
})
