import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { walked } from '../kit/round-case.ts'
import type { EvidenceBuilder } from '../kit/evidence.ts'
import { memberHello, operated, plainTowards, replied, serverError } from '../kit/server-case.ts'
import { caseAddress, helloSaw, standaloneHello } from '../kit/tls-case.ts'
import type { EffectiveOptions, HelloFacts } from '@mongowhy/core'

const at = 'lb.lab.test:27017'
const plain = { address: caseAddress, transport: 'plain' } as const
const hosts = ['a:27017', 'b:27017']
const primary = memberHello({ hosts })
const secondary = memberHello({ role: 'secondary', me: 'b:27017', hosts })
const router = (process: string): HelloFacts => ({
  ...standaloneHello,
  role: 'mongos',
  topologyVersion: `${process}:0`,
})

const met = (
  first: HelloFacts,
  later: readonly HelloFacts[],
  options: Partial<EffectiveOptions> = {},
): EvidenceBuilder =>
  later.reduce(
    (built, hello, index) =>
      built.tried('wire.hello', at, plain, helloSaw({ is: 'reply', hello }), {
        experiment: 'same-server',
        arm: 'control',
        round: index + 1,
      }),
    replied(plainTowards(['lb.lab.test'], options), at, first),
  )
const direct = { directConnection: true }

export const cases: Cases = defineCases({
  code: 'wire-balanced-members',
  matching: [
    {
      name: 'a repetition that meets two processes by turns, under the name of a member',
      evidence: walked(replied(plainTowards(['a']), 'a:27017', primary), 'a:27017', caseAddress, [
        'ok 65f0',
        'ok 71a2',
        'ok 71a2',
        'ok 65f0',
      ]).build(),
      at: null,
      certainty: 'certain',
      bearing: 'advisory',
    },
    {
      name: 'members by turns, over a direct connection',
      evidence: met(primary, [secondary, primary, secondary], direct).build(),
      at: null,
      certainty: 'certain',
      bearing: 'advisory',
    },
    {
      name: 'members by turns, and a write that met a secondary',
      evidence: operated(
        met(primary, [secondary, primary, secondary], direct),
        'insert',
        serverError({ code: 10_107, codeName: 'NotWritablePrimary' }),
      ).build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'routers by turns',
      evidence: met(router('65a1'), [router('65b2'), router('65a1'), router('65b2')]).build(),
      at: null,
      certainty: 'certain',
      bearing: 'advisory',
    },
  ],
  lookAlikes: [
    {
      name: 'a member that was restarted during a repetition: another process from then on',
      evidence: walked(replied(plainTowards(['a']), 'a:27017', primary), 'a:27017', caseAddress, [
        'ok 65f0',
        'ok 65f0',
        'tcp refused',
        'ok 71a2',
        'ok 71a2',
      ]).build(),
      at: null,
      is: 'absent',
    },
    {
      name: 'a tunnel to one member',
      evidence: met(primary, [primary, primary, primary], direct).build(),
      at: null,
      is: 'absent',
      really: 'topology-advertised-hosts',
    },
    {
      name: 'a member under another name, not asked again yet',
      evidence: met(primary, [], direct).build(),
      at: null,
      is: 'unknown',
    },
    {
      name: 'a member under its own name',
      evidence: replied(plainTowards(['a']), 'a:27017', primary).build(),
      at: null,
      is: 'absent',
    },
    {
      name: 'one router',
      evidence: met(router('65a1'), [router('65a1'), router('65a1'), router('65a1')]).build(),
      at: null,
      is: 'absent',
    },
    {
      name: 'load balancer mode, where that is as it should be',
      evidence: met(router('65a1'), [router('65b2')], { loadBalanced: true }).build(),
      at: null,
      is: 'unknown',
    },
  ],
})
