import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { serverNameExperiment } from '../kit/experiments/server-name.ts'
import { alerted, caseAddress, caseEndpoint, endedEarly, secure, towards } from '../kit/tls-case.ts'
import { tried } from '../kit/trial-case.ts'
import type { TlsSighting } from '@mongowhy/core'

const at = caseEndpoint
const vary = { address: caseAddress }
const answers = (own: TlsSighting, none: TlsSighting, foreign: TlsSighting) =>
  tried(towards().saw('tls.handshake', at, vary, own), serverNameExperiment.name, at, vary, own, {
    'its name, TLS 1.2': own,
    'its name, TLS 1.3': own,
    'no name, TLS 1.2': none,
    'no name, TLS 1.3': none,
    'another name, TLS 1.2': foreign,
    'another name, TLS 1.3': foreign,
  }).build()
const unknownName = alerted(112)
const internal = alerted(80)
const dotted = { servername: 'db.lab.test.' }

export const cases: Cases = defineCases({
  code: 'tls-sni-unknown',
  matching: [
    {
      name: 'alert 112',
      evidence: towards().saw('tls.handshake', at, vary, unknownName).build(),
      at,
      certainty: 'likely',
    },
    {
      name: 'alert 112 to its name, to another and to none',
      evidence: answers(unknownName, unknownName, unknownName),
      at,
      certainty: 'likely',
    },
    {
      name: 'a certificate when told no name, alert 112 otherwise',
      evidence: answers(unknownName, secure, unknownName),
      at,
      certainty: 'certain',
    },
    {
      name: 'a certificate when told no name, alert 80 otherwise',
      evidence: answers(internal, secure, internal),
      at,
      certainty: 'certain',
    },
    {
      name: 'a certificate when told no name, the end otherwise',
      evidence: answers(endedEarly({ is: 'closed' }), secure, endedEarly({ is: 'closed' })),
      at,
      certainty: 'certain',
    },
    {
      name: 'a name with a dot at its end, which is no name in TLS',
      evidence: answers(alerted(50, dotted), secure, secure),
      at,
      certainty: 'certain',
    },
  ],
  lookAlikes: [
    {
      name: 'decode_error to a name without such a dot',
      evidence: answers(alerted(50), secure, secure),
      at,
      is: 'absent',
      really: 'tls-peer-fault',
    },
    {
      name: 'alert 80 whatever it is told',
      evidence: answers(internal, internal, internal),
      at,
      is: 'unknown',
      really: 'tls-refused-before-certificate',
    },
    {
      name: 'refused by its name alone: something filters that name',
      evidence: answers(endedEarly({ is: 'reset' }), secure, secure),
      at,
      is: 'absent',
      really: 'tcp-reset-by-middlebox',
    },
    {
      name: 'alert 112 to an address, which is told as no name',
      evidence: towards('127.0.0.1')
        .saw('tls.handshake', '127.0.0.1:27017', vary, alerted(112, { servername: null }))
        .build(),
      at: '127.0.0.1:27017',
      is: 'absent',
      really: 'tls-sni-missing',
    },
    {
      name: 'a certificate for another name',
      evidence: towards().saw('tls.handshake', at, vary, secure).build(),
      at,
      is: 'absent',
      really: 'tls-hostname-mismatch',
    },
  ],
})
