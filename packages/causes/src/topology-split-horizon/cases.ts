import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { memberHello } from '../kit/server-case.ts'
import { caseAddress, caseEndpoint, helloSaw, leafCertificate, secure, towards } from '../kit/tls-case.ts'
import type { HelloFacts, HelloSighting } from '@mongowhy/core'

const at = caseEndpoint
const inTls = { address: caseAddress, transport: 'tls' } as const
const inner = 'mongo-0.internal:27017'
const innerHello = memberHello({ me: inner, hosts: [inner], primary: inner })
const outerHello = memberHello({ me: 'mongo.lab.test:27017', hosts: ['mongo.lab.test:27017'] })
const reply = (hello: HelloFacts): HelloSighting => helloSaw({ is: 'reply', hello }, 'tls')
const missing = {
  name: 'mongo-0.internal',
  type: 'A',
  server: null,
  transport: 'getaddrinfo',
  outcome: 'nxdomain',
} as const

const led = towards(undefined, { replicaSet: 'rs0' })
  .saw(
    'tls.handshake',
    at,
    { address: caseAddress },
    {
      ...secure,
      chain: [{ ...leafCertificate, altNames: ['db.lab.test', 'mongo.lab.test'] }],
    },
  )
  .saw('wire.hello', at, inTls, reply(innerHello))
  .saw('dns.query', null, { name: 'mongo-0.internal', type: 'A', resolver: 'system' }, missing)
const told = (other: HelloFacts) =>
  [1, 2].reduce(
    (built, round) =>
      built
        .tried('wire.hello', at, inTls, reply(innerHello), { experiment: 'horizon', arm: 'control', round })
        .tried('wire.hello', at, { ...inTls, servername: 'mongo.lab.test' }, reply(other), {
          experiment: 'horizon',
          arm: 'variation',
          variant: 'mongo.lab.test',
          round,
        }),
    led,
  )

export const cases: Cases = defineCases({
  code: 'topology-split-horizon',
  matching: [
    {
      name: 'other members under another name, at the seed',
      evidence: told(outerHello).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'the same, at the member that cannot be reached',
      evidence: told(outerHello).build(),
      at: inner,
      certainty: 'certain',
    },
    {
      name: 'code 303',
      evidence: towards()
        .saw(
          'wire.hello',
          at,
          inTls,
          helloSaw({ is: 'error', code: 303, codeName: 'SplitHorizonChange', message: 'no' }, 'tls'),
        )
        .build(),
      at,
      certainty: 'certain',
    },
  ],
  lookAlikes: [
    { name: 'not tried yet', evidence: led.build(), at, is: 'unknown', really: 'topology-advertised-hosts' },
    {
      name: 'the same inner names whatever it is told',
      evidence: told(innerHello).build(),
      at,
      is: 'absent',
      really: 'topology-advertised-hosts',
    },
    {
      name: 'members that can be reached',
      evidence: towards()
        .saw('tls.handshake', at, { address: caseAddress }, secure)
        .saw('wire.hello', at, inTls, reply(memberHello({ me: at, hosts: [at], primary: at })))
        .build(),
      at,
      is: 'unknown',
    },
  ],
})
