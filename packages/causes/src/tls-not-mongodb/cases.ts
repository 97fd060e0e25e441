import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import {
  caseAddress,
  caseEndpoint,
  endedEarly,
  helloSaw,
  secure,
  standaloneHello,
  towards,
} from '../kit/tls-case.ts'
import type { PeerProtocol } from '@mongowhy/core'

const at = caseEndpoint
const vary = { address: caseAddress }
const plain = { address: caseAddress, transport: 'plain' } as const
const inTls = { address: caseAddress, transport: 'tls' } as const
const said = (protocol: PeerProtocol, excerpt: string) =>
  endedEarly({ is: 'not-tls', protocol, excerpt }, { bytesRead: excerpt.length })

export const cases: Cases = defineCases({
  code: 'tls-not-mongodb',
  matching: [
    {
      name: 'a web server in answer to the TLS hello',
      evidence: towards().saw('tls.handshake', at, vary, said('http', 'HTTP/1.1 400 Bad Request')).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'an SSH banner',
      evidence: towards().saw('tls.handshake', at, vary, said('ssh', 'SSH-2.0-OpenSSH_9.6')).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'bytes that we cannot place, of a server that names itself without TLS',
      evidence: towards()
        .saw('tls.handshake', at, vary, said('unknown', 'xyzzy'))
        .saw(
          'wire.hello',
          at,
          plain,
          helloSaw({ is: 'not-mongodb', protocol: 'redis', excerpt: '-ERR unknown command' }),
        )
        .build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'bytes of no protocol that we know, with TLS and without',
      evidence: towards()
        .saw('tls.handshake', at, vary, said('unknown', 'xyzzy'))
        .saw('wire.hello', at, plain, helloSaw({ is: 'closed' }))
        .build(),
      at,
      certainty: 'likely',
    },
    {
      name: 'our own hello, sent back',
      evidence: towards()
        .saw(
          'tls.handshake',
          at,
          vary,
          endedEarly(
            { is: 'local-failure', code: 'ERR_SSL_UNEXPECTED_MESSAGE', reason: 'unexpected message' },
            {
              bytesRead: 367,
              records: [{ direction: 'received', at: 1, bytes: 367, holds: ['ClientHello'] }],
            },
          ),
        )
        .build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'an end before a word, of a service that speaks first when it is left alone',
      evidence: towards()
        .saw('tls.handshake', at, vary, endedEarly({ is: 'closed' }))
        .saw('wire.banner', at, vary, {
          address: caseAddress,
          outcome: { is: 'spoke', protocol: 'smtp-or-ftp', excerpt: '220 mail.lab.test' },
          afterMs: 3,
        })
        .build(),
      at,
      certainty: 'certain',
    },
  ],
  lookAlikes: [
    {
      name: 'a TLS library that cannot make sense of a server’s hello',
      evidence: towards()
        .saw(
          'tls.handshake',
          at,
          vary,
          endedEarly(
            { is: 'local-failure', code: 'ERR_SSL_UNEXPECTED_MESSAGE', reason: 'unexpected message' },
            { bytesRead: 90, records: [{ direction: 'received', at: 1, bytes: 90, holds: ['ServerHello'] }] },
          ),
        )
        .build(),
      at,
      is: 'unknown',
      really: 'tls-peer-fault',
    },
    {
      name: 'a web server within TLS',
      evidence: towards()
        .saw('tls.handshake', at, vary, secure)
        .saw(
          'wire.hello',
          at,
          inTls,
          helloSaw({ is: 'not-mongodb', protocol: 'http', excerpt: 'HTTP/1.1 400 Bad Request' }, 'tls'),
        )
        .build(),
      at,
      is: 'absent',
      really: 'wire-not-mongodb',
    },
    {
      name: 'Redis, asked without TLS',
      evidence: towards(undefined, { tls: false })
        .saw(
          'wire.hello',
          at,
          plain,
          helloSaw({ is: 'not-mongodb', protocol: 'redis', excerpt: '-ERR unknown command' }),
        )
        .build(),
      at,
      is: 'absent',
      really: 'wire-not-mongodb',
    },
    {
      name: 'bytes of no protocol that we know, not yet asked without TLS',
      evidence: towards().saw('tls.handshake', at, vary, said('unknown', 'xyzzy')).build(),
      at,
      is: 'unknown',
    },
    {
      name: 'MongoDB without TLS, which answered our TLS hello in its own protocol',
      evidence: towards().saw('tls.handshake', at, vary, said('mongodb', '')).build(),
      at,
      is: 'absent',
      really: 'tls-server-is-plain',
    },
    {
      name: 'a TLS alert in answer to a plain hello',
      evidence: towards(undefined, { tls: false })
        .saw('wire.hello', at, plain, helloSaw({ is: 'not-mongodb', protocol: 'tls', excerpt: '' }))
        .build(),
      at,
      is: 'absent',
      really: 'tls-client-is-plain',
    },
    {
      name: 'unknown bytes from a server that then answers a plain hello',
      evidence: towards()
        .saw('tls.handshake', at, vary, said('unknown', 'xyzzy'))
        .saw('wire.hello', at, plain, helloSaw({ is: 'reply', hello: standaloneHello }))
        .build(),
      at,
      is: 'absent',
      really: 'tls-server-is-plain',
    },
    {
      name: 'reset without a byte',
      evidence: towards()
        .saw('tls.handshake', at, vary, endedEarly({ is: 'reset' }))
        .build(),
      at,
      is: 'unknown',
    },
  ],
})
