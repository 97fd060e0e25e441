import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { memberHello, operated, plainTowards, replied, serverError } from '../kit/server-case.ts'
import { standaloneHello } from '../kit/tls-case.ts'
import type { EffectiveOptions, HelloFacts } from '@mongowhy/core'

const hosts = ['a:27017', 'b:27017']
const ny = { dc: 'ny' }
const primary = memberHello({ hosts, tags: ny, lastWriteDate: '2026-01-01T00:00:00.000Z' })
const secondary = memberHello({
  role: 'secondary',
  me: 'b:27017',
  hosts,
  tags: ny,
  lastWriteDate: '2026-01-01T00:00:00.000Z',
})

const set = (options: Partial<EffectiveOptions>, ...members: readonly HelloFacts[]) =>
  members.reduce(
    (built, hello, index) => replied(built, `${'ab'[index] ?? 'c'}:27017`, hello),
    plainTowards(['a', 'b'], options),
  )
const tagged = (...tagSets: readonly Readonly<Record<string, string>>[]) => ({
  readPreference: 'secondary',
  selection: { tagSets, maxStalenessSeconds: null },
})
const fresh = (maxStalenessSeconds: number) => ({
  readPreference: 'secondary',
  selection: { tagSets: [], maxStalenessSeconds },
})

export const cases: Cases = defineCases({
  code: 'topology-read-preference',
  matching: [
    {
      name: 'secondaries wanted, a set of one',
      evidence: set({ readPreference: 'secondary' }, memberHello({ hosts: ['a:27017'] })).build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'tags that nobody has',
      evidence: set(tagged({ dc: 'london' }), primary, secondary).build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'tags in another case',
      evidence: set(tagged({ dc: 'NY' }), primary, secondary).build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'secondaries wanted, and the one that there is does not answer',
      evidence: set({ readPreference: 'secondary' }, primary).build(),
      at: null,
      certainty: 'likely',
    },
    {
      name: 'every secondary an hour behind',
      evidence: set(fresh(120), primary, { ...secondary, lastWriteDate: '2025-12-31T23:00:00.000Z' }).build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'a staleness that drivers do not take',
      evidence: set(fresh(10), primary, secondary).build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'code 133 of a router',
      evidence: operated(
        replied(plainTowards(['a'], tagged(ny)), 'a:27017', { ...standaloneHello, role: 'mongos' }),
        'read',
        serverError({ code: 133, codeName: 'FailedToSatisfyReadPreference' }),
      ).build(),
      at: null,
      certainty: 'certain',
    },
  ],
  lookAlikes: [
    {
      name: 'a secondary that fits',
      evidence: set(tagged(ny), primary, secondary).build(),
      at: null,
      is: 'absent',
    },
    {
      name: 'tags that nobody has, and any member after them',
      evidence: set(tagged({ dc: 'london' }, {}), primary, secondary).build(),
      at: null,
      is: 'absent',
    },
    {
      name: 'secondaries preferred, a set of one',
      evidence: set({ readPreference: 'secondaryPreferred' }, memberHello({ hosts: ['a:27017'] })).build(),
      at: null,
      is: 'absent',
    },
    {
      name: 'the primary alone is read from',
      evidence: set({}, primary).build(),
      at: null,
      is: 'absent',
    },
    {
      name: 'a little behind',
      evidence: set(fresh(120), primary, { ...secondary, lastWriteDate: '2025-12-31T23:57:55.000Z' }).build(),
      at: null,
      is: 'absent',
    },
    {
      name: 'neither primary nor secondary',
      evidence: set(
        { readPreference: 'secondary' },
        memberHello({ role: 'recovering', primary: null, hosts: ['a:27017'] }),
      ).build(),
      at: null,
      is: 'unknown',
      really: 'topology-member-not-ready',
    },
    {
      name: 'a direct connection, which chooses nobody',
      evidence: set({ readPreference: 'secondary', directConnection: true }, primary).build(),
      at: null,
      is: 'unknown',
    },
  ],
})
