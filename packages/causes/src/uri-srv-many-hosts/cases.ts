import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { casePassword, given } from '../kit/uri-case.ts'

export const cases: Cases = defineCases({
  code: 'uri-srv-many-hosts',
  matching: [
    {
      name: 'three hosts',
      evidence: given(`mongodb+srv://ada:${casePassword}@a.lab.test,b.lab.test,c.lab.test/`).build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'hosts with ports',
      evidence: given('mongodb+srv://a.lab.test:27017,b.lab.test:27017/').build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'an IPv4 address',
      evidence: given('mongodb+srv://127.0.0.1/').build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'an IPv6 address',
      evidence: given('mongodb+srv://[::1]/').build(),
      at: null,
      certainty: 'certain',
    },
  ],
  lookAlikes: [
    {
      name: 'a list where it belongs',
      evidence: given('mongodb://a.lab.test,b.lab.test/').build(),
      at: null,
      is: 'absent',
    },
    {
      name: 'one name and a port',
      evidence: given('mongodb+srv://cluster.lab.test:27017/').build(),
      at: null,
      is: 'absent',
      really: 'uri-srv-port',
    },
  ],
})
