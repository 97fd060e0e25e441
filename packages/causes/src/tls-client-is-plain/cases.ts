import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import {
  alerted,
  caseAddress,
  caseEndpoint,
  defective,
  endedEarly,
  helloSaw,
  secure,
  standaloneHello,
  towards,
} from '../kit/tls-case.ts'

const at = caseEndpoint
const plain = { address: caseAddress, transport: 'plain' } as const
const inTls = { address: caseAddress, transport: 'tls' } as const
const vary = { address: caseAddress }
const target = towards(undefined, { tls: false })
const closed = target.saw('wire.hello', at, plain, helloSaw({ is: 'closed' }))

export const cases: Cases = defineCases({
  code: 'tls-client-is-plain',
  matching: [
    {
      name: 'closed without TLS, answered over TLS',
      evidence: closed
        .saw('tls.handshake', at, vary, secure)
        .saw('wire.hello', at, inTls, helloSaw({ is: 'reply', hello: standaloneHello }, 'tls'))
        .build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'silent without TLS, answered over TLS with a private certificate',
      evidence: target
        .saw('wire.hello', at, plain, helloSaw({ is: 'silent' }))
        .saw(
          'tls.handshake',
          at,
          vary,
          defective([{ is: 'untrusted-root', depth: 1, subject: 'CN=Lab root' }]),
        )
        .saw('wire.hello', at, inTls, helloSaw({ is: 'reply', hello: standaloneHello }, 'tls'))
        .build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'a TLS alert in answer to a plain message; the handshake completes, the server then wants a client certificate',
      evidence: target
        .saw('wire.hello', at, plain, helloSaw({ is: 'not-mongodb', protocol: 'tls', excerpt: '' }))
        .saw('tls.handshake', at, vary, { ...secure, afterSecure: 'closed' })
        .saw('wire.hello', at, inTls, helloSaw({ is: 'closed' }, 'tls'))
        .build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'closed without TLS, refused with an alert over TLS',
      evidence: closed
        .saw('tls.handshake', at, vary, alerted(80))
        .skipped('wire.hello', at, inTls, 'earlier-fault')
        .build(),
      at,
      certainty: 'likely',
    },
    {
      name: 'the handshake was left waiting, and a hello within TLS was taken and not answered',
      evidence: closed
        .saw('tls.handshake', at, vary, endedEarly({ is: 'silent' }))
        .saw('wire.hello', at, inTls, helloSaw({ is: 'silent' }, 'tls'))
        .build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'whole handshakes were left waiting, and a bare TLS hello was answered',
      evidence: closed
        .saw('tls.handshake', at, vary, endedEarly({ is: 'silent' }))
        .skipped('wire.hello', at, inTls, 'earlier-fault')
        .saw('tls.hello', at, vary, {
          address: caseAddress,
          servername: null,
          helloBytes: 300,
          bytesRead: 127,
          answeredMs: 1,
          outcome: {
            is: 'server-hello',
            version: 'TLSv1.3',
            cipher: 0x1302,
            cipherName: 'TLS_AES_256_GCM_SHA384',
            group: 0x1d,
            retry: false,
          },
        })
        .build(),
      at,
      certainty: 'likely',
    },
  ],
  lookAlikes: [
    {
      name: 'closed, TLS not tried yet',
      evidence: closed.build(),
      at,
      is: 'unknown',
    },
    {
      name: 'silent to everything',
      evidence: target
        .saw('wire.hello', at, plain, helloSaw({ is: 'silent' }))
        .saw('tls.handshake', at, vary, endedEarly({ is: 'silent' }))
        .skipped('wire.hello', at, inTls, 'earlier-fault')
        .build(),
      at,
      is: 'absent',
      really: 'wire-hello-silent',
    },
    {
      name: 'a web server with TLS, which also closes on plain bytes',
      evidence: closed
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
      really: 'tls-not-mongodb',
    },
    {
      name: 'an answer without TLS',
      evidence: target
        .saw('wire.hello', at, plain, helloSaw({ is: 'reply', hello: standaloneHello }))
        .build(),
      at,
      is: 'absent',
    },
    {
      name: 'the connection string asks for TLS',
      evidence: towards()
        .saw('tls.handshake', at, vary, secure)
        .saw('wire.hello', at, plain, helloSaw({ is: 'closed' }))
        .build(),
      at,
      is: 'absent',
    },
  ],
})
