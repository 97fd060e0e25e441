import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { dialled } from '../kit/net-case.ts'
import { memberHello, plainTowards, replied } from '../kit/server-case.ts'
import { standaloneHello } from '../kit/tls-case.ts'

const a = 'a:27017'
const b = 'b:27017'
const c = 'c:27017'
const hosts = [a, b, c]
const secondary = (me: string, primary: string | null = null) =>
  memberHello({ role: 'secondary', me, hosts, primary })
const three = plainTowards(['a', 'b', 'c'])
const two = replied(replied(three, a, secondary(a)), b, secondary(b))

export const cases: Cases = defineCases({
  code: 'topology-no-primary',
  matching: [
    {
      name: 'three secondaries',
      evidence: replied(two, c, secondary(c)).build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'one secondary and an arbiter are left of three',
      evidence: dialled(
        replied(
          replied(three, a, secondary(a)),
          b,
          memberHello({ role: 'arbiter', me: b, hosts, primary: null }),
        ),
        c,
        '127.0.0.3',
        { is: 'refused' },
      ).build(),
      at: null,
      certainty: 'likely',
    },
    {
      name: 'a member that is recovering, alone',
      evidence: replied(
        plainTowards(['a']),
        a,
        memberHello({ role: 'recovering', me: a, hosts: [a], primary: null }),
      ).build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'reads from secondaries are all that is asked for',
      evidence: replied(
        plainTowards(['a'], { readPreference: 'secondaryPreferred' }),
        a,
        memberHello({ role: 'secondary', me: a, hosts: [a], primary: null }),
      ).build(),
      at: null,
      certainty: 'certain',
      bearing: 'advisory',
    },
  ],
  lookAlikes: [
    {
      name: 'a primary answers',
      evidence: replied(two, c, memberHello({ me: c, hosts, primary: c })).build(),
      at: null,
      is: 'absent',
    },
    {
      name: 'the secondaries know the primary, which cannot be reached from here',
      evidence: dialled(replied(replied(three, a, secondary(a, c)), b, secondary(b, c)), c, '127.0.0.3', {
        is: 'refused',
      }).build(),
      at: null,
      is: 'absent',
      really: 'tcp-some-members',
    },
    {
      name: 'a standalone server has none and needs none',
      evidence: replied(plainTowards(['a']), a, standaloneHello).build(),
      at: null,
      is: 'unknown',
    },
    {
      name: 'a direct connection to a secondary',
      evidence: replied(plainTowards(['a'], { directConnection: true }), a, secondary(a)).build(),
      at: null,
      is: 'unknown',
    },
    { name: 'nobody answered', evidence: three.build(), at: null, is: 'unknown', really: 'tcp-refused' },
  ],
})
