import type { HelloSighting } from '@mongowhy/core'

import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import type { EvidenceBuilder } from '../kit/evidence.ts'
import { dialled, host, open, setAside, tried } from '../kit/net-case.ts'
import { helloSaw, standaloneHello, towards } from '../kit/tls-case.ts'

const lan = '192.0.2.10'
const at = `${lan}:27017`
const experiment = 'own-address'

const here = towards(lan, { tls: false }).saw(
  'env.host',
  null,
  {},
  host({ interfaces: [{ name: 'eth0', address: lan, network: `${lan}/24` }] }),
)
const refused = dialled(here, at, lan, { is: 'refused' })

function loopback(ipv4: 'open' | 'refused'): EvidenceBuilder {
  const outcome = ipv4 === 'open' ? open : ({ is: 'refused' } as const)
  return tried(tried(refused, experiment, at, '127.0.0.1', outcome), experiment, at, '::1', { is: 'refused' })
}

function greeted(evidence: EvidenceBuilder, outcome: HelloSighting['outcome']): EvidenceBuilder {
  return setAside(
    evidence.saw(
      'wire.hello',
      at,
      { address: '127.0.0.1', transport: 'plain' },
      helloSaw(outcome, 'plain', '127.0.0.1'),
    ),
    experiment,
  )
}

export const cases: Cases = defineCases({
  code: 'tcp-bind-ip',
  matching: [
    {
      name: 'a MongoDB at 127.0.0.1, and nobody at the address of the network',
      evidence: greeted(loopback('open'), { is: 'reply', hello: standaloneHello }).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'something at 127.0.0.1 that keeps silent',
      evidence: greeted(loopback('open'), { is: 'silent' }).build(),
      at,
      certainty: 'likely',
    },
  ],
  lookAlikes: [
    {
      name: 'nobody listens at 127.0.0.1 either',
      evidence: loopback('refused').build(),
      at,
      is: 'absent',
      really: 'tcp-refused',
    },
    {
      name: 'not tried yet',
      evidence: refused.build(),
      at,
      is: 'unknown',
    },
    {
      name: 'another machine: what listens here says nothing of it',
      evidence: dialled(
        towards('198.51.100.7', { tls: false }).saw('env.host', null, {}, host({ interfaces: [] })),
        '198.51.100.7:27017',
        '198.51.100.7',
        { is: 'refused' },
      ).build(),
      at: '198.51.100.7:27017',
      is: 'unknown',
      really: 'tcp-refused',
    },
    {
      name: 'a name that leads to both families, of which one works',
      evidence: dialled(
        dialled(towards('localhost', { tls: false }), 'localhost:27017', '::1', { is: 'refused' }),
        'localhost:27017',
        '127.0.0.1',
        open,
      ).build(),
      at: 'localhost:27017',
      is: 'absent',
      really: 'dns-ipv6-first',
    },
    {
      name: 'silence, which no closed port of this machine gives',
      evidence: dialled(here, at, lan, { is: 'silent' }).build(),
      at,
      is: 'unknown',
      really: 'tcp-filtered',
    },
  ],
})
