import type { TlsSighting } from '@mongowhy/core'

import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { serverNameExperiment } from '../kit/experiments/server-name.ts'
import { alerted, caseAddress, caseEndpoint, helloSaw, secure, towards } from '../kit/tls-case.ts'
import { tried } from '../kit/trial-case.ts'
import { widestCiphers } from '../kit/tls.ts'

const host = '127.0.0.1'
const at = `${host}:27017`
const vary = { address: caseAddress }
const nameless = { servername: null }
const answer = {
  name: 'cluster0-shard-00-00.ab1cd.mongodb.net',
  type: 'A',
  server: null,
  transport: 'getaddrinfo',
  outcome: 'answer',
  records: [{ type: 'A', address: caseAddress }],
  total: 1,
} as const
const question = { name: answer.name, type: 'A', resolver: 'system' } as const
const named = { address: caseAddress, servername: answer.name }

const none = { 'no name, TLS 1.3': alerted(80, nameless) }
const compared = (variations: Readonly<Record<string, TlsSighting>>) =>
  tried(
    towards(host).saw('tls.handshake', at, vary, alerted(80, nameless)),
    serverNameExperiment.name,
    at,
    vary,
    alerted(80, nameless),
    variations,
  ).build()

export const cases: Cases = defineCases({
  code: 'tls-sni-missing',
  matching: [
    {
      name: 'alert 112 to an address',
      evidence: towards(host).saw('tls.handshake', at, vary, alerted(112, nameless)).build(),
      at,
      certainty: 'likely',
    },
    {
      name: 'alert 80 to an address',
      evidence: towards(host).saw('tls.handshake', at, vary, alerted(80, nameless)).build(),
      at,
      certainty: 'likely',
    },
    {
      name: 'alert 80 to an address, and a certificate under a name that nobody has',
      evidence: compared({
        ...none,
        'another name, TLS 1.3': { ...secure, servername: 'no-such-host.invalid' },
      }),
      at,
      certainty: 'certain',
    },
    {
      name: 'alert 80 to an address, whatever the name: it may be refused for another reason',
      evidence: compared({ ...none, 'another name, TLS 1.3': alerted(80, nameless) }),
      at,
      certainty: 'possible',
    },
    {
      name: 'alert 40 to an address, which mostly means something else',
      evidence: towards(host).saw('tls.handshake', at, vary, alerted(40, nameless)).build(),
      at,
      certainty: 'possible',
    },
    {
      name: 'alert 80 to an address that lets us in under its name',
      evidence: towards(host)
        .saw('dns.query', null, question, answer)
        .saw('tls.handshake', at, vary, alerted(80, nameless))
        .saw('tls.handshake', at, named, { ...secure, servername: answer.name })
        .build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'alert 80 with a name as well, which need not be the server’s',
      evidence: towards(host)
        .saw('dns.query', null, question, answer)
        .saw('tls.handshake', at, vary, alerted(80, nameless))
        .saw('tls.handshake', at, named, alerted(80, { servername: answer.name }))
        .build(),
      at,
      certainty: 'possible',
    },
    {
      name: 'Atlas’s own words in answer to the hello',
      evidence: towards(host)
        .saw('tls.handshake', at, vary, { ...secure, servername: null })
        .saw(
          'wire.hello',
          at,
          { address: caseAddress, transport: 'tls' },
          helloSaw(
            {
              is: 'error',
              code: 8000,
              codeName: 'AtlasError',
              message: 'no SNI name sent, make sure using a MongoDB 3.4+ driver/shell.',
            },
            'tls',
          ),
        )
        .build(),
      at,
      certainty: 'certain',
    },
  ],
  lookAlikes: [
    {
      name: 'alert 80 although a name was sent',
      evidence: towards().saw('tls.handshake', caseEndpoint, vary, alerted(80)).build(),
      at: caseEndpoint,
      is: 'absent',
      really: 'tls-refused-before-certificate',
    },
    {
      name: 'alert 112 to a name: the name is unknown, not missing',
      evidence: towards().saw('tls.handshake', caseEndpoint, vary, alerted(112)).build(),
      at: caseEndpoint,
      is: 'absent',
      really: 'tls-refused-before-certificate',
    },
    {
      name: 'an address that shows its certificate',
      evidence: towards(host)
        .saw('tls.handshake', at, vary, { ...secure, servername: null })
        .build(),
      at,
      is: 'absent',
    },
    {
      name: 'alert 40 to an address that takes a wider offer, without a name as well',
      evidence: towards(host)
        .saw('tls.handshake', at, vary, alerted(40, nameless))
        .saw(
          'tls.handshake',
          at,
          { ...vary, minVersion: 'TLSv1', maxVersion: 'TLSv1.3', ciphers: widestCiphers },
          { ...secure, servername: null },
        )
        .build(),
      at,
      is: 'absent',
      really: 'tls-no-common-cipher',
    },
    {
      name: 'alert 70 to an address',
      evidence: towards(host).saw('tls.handshake', at, vary, alerted(70, nameless)).build(),
      at,
      is: 'unknown',
      really: 'tls-version-mismatch',
    },
    {
      name: 'a name is known and not tried yet',
      evidence: towards(host)
        .saw('dns.query', null, question, answer)
        .saw('tls.handshake', at, vary, alerted(80, nameless))
        .build(),
      at,
      is: 'unknown',
    },
  ],
})
