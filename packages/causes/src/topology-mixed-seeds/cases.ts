import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { drove, memberHello, plainTowards, replied, serverError } from '../kit/server-case.ts'
import { standaloneHello } from '../kit/tls-case.ts'
import type { EffectiveOptions, HelloFacts } from '@mongowhy/core'

const both = (a: HelloFacts, b: HelloFacts, options: Partial<EffectiveOptions> = {}) =>
  replied(replied(plainTowards(['a', 'b'], options), 'a:27017', a), 'b:27017', b)
const two = (...given: Parameters<typeof both>) => both(...given).build()
const setA = memberHello({ setName: 'rsA' })
const setB = memberHello({ setName: 'rsB', me: 'b:27017', hosts: ['b:27017'], primary: 'b:27017' })

export const cases: Cases = defineCases({
  code: 'topology-mixed-seeds',
  matching: [
    { name: 'two sets', evidence: two(setA, setB), at: null, certainty: 'certain', bearing: 'advisory' },
    {
      name: 'a set and a standalone server',
      evidence: two(setA, standaloneHello),
      at: null,
      certainty: 'certain',
      bearing: 'advisory',
    },
    {
      name: 'two standalone servers',
      evidence: two(standaloneHello, standaloneHello),
      at: null,
      certainty: 'certain',
      bearing: 'advisory',
    },
    {
      name: 'a router and a member',
      evidence: two({ ...standaloneHello, role: 'mongos' }, setB),
      at: null,
      certainty: 'certain',
      bearing: 'advisory',
    },
    {
      name: 'two sets of one name that know nothing of each other',
      evidence: two(setA, { ...setB, setName: 'rsA' }),
      at: null,
      certainty: 'likely',
      bearing: 'advisory',
    },
    {
      name: 'two sets, one of which is asked for and serves',
      evidence: two(setA, setB, { replicaSet: 'rsA' }),
      at: null,
      certainty: 'certain',
      bearing: 'advisory',
    },
    {
      name: 'two sets, and a driver that could not connect',
      evidence: drove(both(setA, setB), {
        is: 'failed',
        phase: 'selection',
        error: serverError({ name: 'MongoServerSelectionError', code: null, codeName: null }),
      }).build(),
      at: null,
      certainty: 'certain',
    },
  ],
  lookAlikes: [
    {
      name: 'two members of one set',
      evidence: two(
        memberHello({ hosts: ['a:27017', 'b:27017'] }),
        memberHello({ role: 'secondary', me: 'b:27017', hosts: ['a:27017', 'b:27017'] }),
      ),
      at: null,
      is: 'absent',
    },
    {
      name: 'an outer and an inner name of one member',
      evidence: two(
        { ...setA, topologyVersion: '65:6', hosts: ['a:27017'] },
        { ...setA, topologyVersion: '65:7', hosts: ['inner:27017'] },
      ),
      at: null,
      is: 'absent',
      really: 'topology-split-horizon',
    },
    {
      name: 'two routers',
      evidence: two({ ...standaloneHello, role: 'mongos' }, { ...standaloneHello, role: 'mongos' }),
      at: null,
      is: 'absent',
    },
    {
      name: 'two sets, and another one is asked for',
      evidence: two(setA, setB, { replicaSet: 'rsC' }),
      at: null,
      is: 'unknown',
      really: 'topology-set-name',
    },
    {
      name: 'one seed answers',
      evidence: replied(plainTowards(['a', 'b']), 'a:27017', setA).build(),
      at: null,
      is: 'unknown',
    },
  ],
})
