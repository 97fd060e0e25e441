import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { walked } from '../kit/round-case.ts'
import { plainTowards } from '../kit/server-case.ts'
import {
  caseAddress,
  caseEndpoint,
  endedEarly,
  helloSaw,
  secure,
  standaloneHello,
  towards,
} from '../kit/tls-case.ts'
import type { BannerSighting, HelloSighting, HttpSighting, PeerProtocol } from '@mongowhy/core'

const at = caseEndpoint
const vary = { address: caseAddress }
const plain = { address: caseAddress, transport: 'plain' } as const
const inTls = { address: caseAddress, transport: 'tls' } as const
const other = (protocol: PeerProtocol, excerpt: string): HelloSighting['outcome'] => ({
  is: 'not-mongodb',
  protocol,
  excerpt,
})
const bare = plainTowards(['db.lab.test'])
const http = other('http', 'HTTP/1.1 400 Bad Request')

const waiting = bare.saw('wire.hello', at, plain, helloSaw({ is: 'silent' }))

const hangsUp = bare
  .saw('wire.hello', at, plain, helloSaw({ is: 'closed' }))
  .saw('tls.handshake', at, vary, endedEarly({ is: 'closed' }))
const waitingInTls = towards()
  .saw('tls.handshake', at, vary, secure)
  .saw('wire.hello', at, inTls, helloSaw({ is: 'silent' }, 'tls'))
const kept: BannerSighting = { address: caseAddress, outcome: { is: 'silent' }, afterMs: 500 }

function heard(protocol: PeerProtocol, excerpt: string): HttpSighting {
  return { address: caseAddress, outcome: { is: 'other', protocol, excerpt } }
}

export const cases: Cases = defineCases({
  code: 'wire-not-mongodb',
  matching: [
    {
      name: 'a web server, asked without TLS',
      evidence: bare.saw('wire.hello', at, plain, helloSaw(http)).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'Redis, asked without TLS',
      evidence: bare.saw('wire.hello', at, plain, helloSaw(other('redis', '-ERR unknown command'))).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'a web server within TLS',
      evidence: towards()
        .saw('tls.handshake', at, vary, secure)
        .saw('wire.hello', at, inTls, helloSaw(http, 'tls'))
        .build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'closed on the TLS hello, and a web server without TLS',
      evidence: towards()
        .saw('tls.handshake', at, vary, endedEarly({ is: 'closed' }))
        .saw('wire.hello', at, plain, helloSaw(http))
        .build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'bytes of no protocol that we know',
      evidence: bare.saw('wire.hello', at, plain, helloSaw(other('unknown', 'xyzzy'))).build(),
      at,
      certainty: 'likely',
    },
    {
      name: 'a web server within TLS, asked without TLS',
      evidence: bare
        .saw('wire.hello', at, plain, helloSaw({ is: 'closed' }))
        .saw('tls.handshake', at, vary, secure)
        .saw('wire.hello', at, inTls, helloSaw(http, 'tls'))
        .build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'Redis, which waits for a line and answers one',
      evidence: waiting.saw('wire.http', at, vary, heard('redis', '-ERR wrong number of arguments')).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'Redis within TLS, which waits for a line and answers one',
      evidence: waitingInTls
        .saw('wire.http', at, { ...vary, transport: 'tls' }, heard('redis', '-ERR wrong number of arguments'))
        .build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'PostgreSQL, which hangs up on everything but its own first message',
      evidence: hangsUp
        .saw('wire.banner', at, vary, kept)
        .saw('wire.postgresql', at, vary, {
          address: caseAddress,
          outcome: { is: 'postgresql', offersTls: false },
        })
        .build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'a balancer that waits for the PROXY protocol',
      evidence: hangsUp
        .saw('wire.banner', at, vary, kept)
        .saw('wire.postgresql', at, vary, { address: caseAddress, outcome: { is: 'reset' } })
        .build(),
      at,
      certainty: 'possible',
    },
    {
      name: 'a tunnel that ends TLS and has no server behind it',
      evidence: towards()
        .saw('tls.handshake', at, vary, secure)
        .saw('wire.hello', at, inTls, helloSaw({ is: 'reset' }, 'tls'))
        .build(),
      at,
      certainty: 'possible',
    },
    {
      name: 'memcached, which hangs up on GET and finds a line in a TLS hello',
      evidence: waiting
        .saw('wire.http', at, vary, { address: caseAddress, outcome: { is: 'closed' } })
        .saw(
          'tls.handshake',
          at,
          vary,
          endedEarly({ is: 'not-tls', protocol: 'memcached', excerpt: 'ERROR ERROR' }, { bytesRead: 14 }),
        )
        .build(),
      at,
      certainty: 'certain',
    },
  ],
  lookAlikes: [
    {
      name: 'a balancer that lets every other hello through',
      evidence: walked(hangsUp.saw('wire.banner', at, vary, kept), at, caseAddress, [
        'wire closed',
        'ok A',
        'ok A',
        'wire closed',
      ]).build(),
      at,
      is: 'absent',
      really: 'tcp-balancer-backend',
    },
    {
      name: 'the end after seconds, with TLS and without: somebody else was waited for',
      evidence: bare
        .saw('wire.hello', at, plain, helloSaw({ is: 'closed', afterMs: 3_000 }))
        .saw('tls.handshake', at, vary, endedEarly({ is: 'silent' }))
        .saw('wire.postgresql', at, vary, { address: caseAddress, outcome: { is: 'silent' } })
        .saw('wire.banner', at, vary, { ...kept, afterMs: 200 })
        .build(),
      at,
      is: 'unknown',
      really: 'wire-hello-silent',
    },
    {
      name: 'a server that hangs, behind something that hangs up on GET',
      evidence: waiting
        .saw('wire.http', at, vary, { address: caseAddress, outcome: { is: 'closed' } })
        .saw('tls.handshake', at, vary, endedEarly({ is: 'closed' }))
        .build(),
      at,
      is: 'unknown',
      really: 'wire-hello-silent',
    },
    {
      name: 'the end of the connection for want of a client certificate',
      evidence: towards()
        .saw('tls.handshake', at, vary, {
          ...secure,
          clientCertificate: { requested: true, sent: false, acceptableIssuers: [] },
        })
        .saw('wire.hello', at, inTls, helloSaw({ is: 'closed' }, 'tls'))
        .build(),
      at,
      is: 'unknown',
      really: 'tls-client-certificate-required',
    },
    {
      name: 'a server that ends every connection at once',
      evidence: hangsUp
        .saw('wire.banner', at, vary, { ...kept, outcome: { is: 'closed' }, afterMs: 1 })
        .saw('wire.postgresql', at, vary, { address: caseAddress, outcome: { is: 'closed' } })
        .build(),
      at,
      is: 'unknown',
      really: 'tcp-connection-limit',
    },
    {
      name: 'a server that hangs up without TLS, and speaks it',
      evidence: bare
        .saw('wire.hello', at, plain, helloSaw({ is: 'closed' }))
        .saw('tls.handshake', at, vary, secure)
        .saw('wire.hello', at, inTls, helloSaw({ is: 'reply', hello: standaloneHello }, 'tls'))
        .build(),
      at,
      is: 'absent',
      really: 'tls-client-is-plain',
    },
    {
      name: 'a server that hangs, to GET as well',
      evidence: waiting
        .saw('wire.http', at, vary, { address: caseAddress, outcome: { is: 'silent' } })
        .build(),
      at,
      is: 'unknown',
      really: 'wire-hello-silent',
    },
    {
      name: 'a server that hangs within TLS, to GET as well',
      evidence: waitingInTls
        .saw(
          'wire.http',
          at,
          { ...vary, transport: 'tls' },
          { address: caseAddress, outcome: { is: 'silent' } },
        )
        .build(),
      at,
      is: 'unknown',
      really: 'wire-hello-silent',
    },
    {
      name: 'silent within TLS, and not asked for a line yet',
      evidence: waitingInTls.build(),
      at,
      is: 'unknown',
      really: 'wire-hello-silent',
    },
    {
      name: 'bytes in answer to GET that may be anybody’s',
      evidence: waiting.saw('wire.http', at, vary, heard('unknown', 'xyzzy')).build(),
      at,
      is: 'unknown',
      really: 'wire-hello-silent',
    },
    {
      name: 'a web server in answer to the TLS hello itself',
      evidence: towards()
        .saw(
          'tls.handshake',
          at,
          vary,
          endedEarly({ is: 'not-tls', protocol: 'http', excerpt: 'HTTP/1.1 400' }, { bytesRead: 12 }),
        )
        .saw('wire.hello', at, plain, helloSaw(http))
        .build(),
      at,
      is: 'unknown',
      really: 'tls-not-mongodb',
    },
    {
      name: 'a TLS alert in answer to a plain hello',
      evidence: bare.saw('wire.hello', at, plain, helloSaw(other('tls', ''))).build(),
      at,
      is: 'unknown',
      really: 'tls-client-is-plain',
    },
    {
      name: 'a reply of MongoDB’s form that is cut',
      evidence: bare
        .saw(
          'wire.hello',
          at,
          plain,
          helloSaw({ is: 'malformed', problem: 'cut', detail: '100 of 313 bytes' }),
        )
        .build(),
      at,
      is: 'unknown',
      really: 'wire-garbled',
    },
    {
      name: 'a stand-in that answers as MongoDB does',
      evidence: bare.saw('wire.hello', at, plain, helloSaw({ is: 'reply', hello: standaloneHello })).build(),
      at,
      is: 'absent',
      really: 'wire-not-genuine',
    },
  ],
})
