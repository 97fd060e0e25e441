import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { dialled, open } from '../kit/net-case.ts'
import {
  alerted,
  caseAddress,
  caseEndpoint,
  endedEarly,
  helloSaw,
  standaloneHello,
  towards,
} from '../kit/tls-case.ts'

export const cases: Cases = defineCases({
  code: 'tcp-reset-by-middlebox',
  matching: [
    {
      name: 'reset wherever the hello names the server',
      evidence: dialled(towards(), caseEndpoint, caseAddress, open)
        .saw('tls.handshake', caseEndpoint, { address: caseAddress }, endedEarly({ is: 'reset' }))
        .saw(
          'wire.hello',
          caseEndpoint,
          { address: caseAddress, transport: 'plain' },
          helloSaw({ is: 'closed' }),
        )
        .saw(
          'tls.handshake',
          caseEndpoint,
          { address: caseAddress, servername: null },
          alerted(112, { servername: null }),
        )
        .build(),
      at: caseEndpoint,
      certainty: 'likely',
    },
    {
      name: 'reset after every TLS hello, and no answer without TLS',
      evidence: dialled(towards(), caseEndpoint, caseAddress, open)
        .saw('tls.handshake', caseEndpoint, { address: caseAddress }, endedEarly({ is: 'reset' }))
        .saw(
          'wire.hello',
          caseEndpoint,
          { address: caseAddress, transport: 'plain' },
          helloSaw({ is: 'reset' }),
        )
        .saw(
          'tls.handshake',
          caseEndpoint,
          { address: caseAddress, servername: null },
          endedEarly({ is: 'reset' }, { servername: null }),
        )
        .build(),
      at: caseEndpoint,
      certainty: 'possible',
    },
  ],
  lookAlikes: [
    {
      name: 'a server without TLS, which resets as well',
      evidence: dialled(towards(), caseEndpoint, caseAddress, open)
        .saw('tls.handshake', caseEndpoint, { address: caseAddress }, endedEarly({ is: 'reset' }))
        .saw(
          'wire.hello',
          caseEndpoint,
          { address: caseAddress, transport: 'plain' },
          helloSaw({ is: 'reply', hello: standaloneHello }),
        )
        .saw(
          'tls.handshake',
          caseEndpoint,
          { address: caseAddress, servername: null },
          endedEarly({ is: 'reset' }, { servername: null }),
        )
        .build(),
      at: caseEndpoint,
      is: 'absent',
      really: 'tls-server-is-plain',
    },
    {
      name: 'an alert in place of a reset',
      evidence: dialled(towards(), caseEndpoint, caseAddress, open)
        .saw('tls.handshake', caseEndpoint, { address: caseAddress }, alerted(80))
        .build(),
      at: caseEndpoint,
      is: 'absent',
      really: 'tls-refused-before-certificate',
    },
    {
      name: 'an orderly close',
      evidence: dialled(towards(), caseEndpoint, caseAddress, open)
        .saw('tls.handshake', caseEndpoint, { address: caseAddress }, endedEarly({ is: 'closed' }))
        .build(),
      at: caseEndpoint,
      is: 'absent',
    },
    {
      name: 'not asked without TLS yet',
      evidence: dialled(towards(), caseEndpoint, caseAddress, open)
        .saw('tls.handshake', caseEndpoint, { address: caseAddress }, endedEarly({ is: 'reset' }))
        .build(),
      at: caseEndpoint,
      is: 'unknown',
    },
    {
      name: 'a reset after the server’s own hello',
      evidence: dialled(towards(), caseEndpoint, caseAddress, open)
        .saw(
          'tls.handshake',
          caseEndpoint,
          { address: caseAddress },
          endedEarly({ is: 'reset' }, { bytesRead: 127 }),
        )
        .build(),
      at: caseEndpoint,
      is: 'absent',
      really: 'tls-refused-before-certificate',
    },
  ],
})
