import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { memberHello, plainTowards, replied } from '../kit/server-case.ts'
import { caseAddress, caseEndpoint, helloSaw, secure, towards } from '../kit/tls-case.ts'
import type { HelloSighting } from '@mongowhy/core'

const at = caseEndpoint
const host = 'db.lab.test'
const plain = { address: caseAddress, transport: 'plain' } as const
const inTls = { address: caseAddress, transport: 'tls' } as const

type Problem = Extract<HelloSighting['outcome'], { readonly is: 'malformed' }>['problem']

const malformed = (problem: Problem, detail: string): HelloSighting['outcome'] => ({
  is: 'malformed',
  problem,
  detail,
})
const after = (outcome: HelloSighting['outcome'], hosts: readonly string[] = [host]) =>
  plainTowards(hosts).saw('wire.hello', at, plain, helloSaw(outcome))

export const cases: Cases = defineCases({
  code: 'wire-garbled',
  matching: [
    {
      name: 'the stream ends inside the message',
      evidence: after(malformed('cut', '100 of 313 bytes')).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'a length that no hello has',
      evidence: after(malformed('length', 'it declares 40000000 bytes')).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'a whole frame that holds no BSON, within TLS',
      evidence: towards()
        .saw('tls.handshake', at, { address: caseAddress }, secure)
        .saw('wire.hello', at, inTls, helloSaw(malformed('bson', 'type 99 at 31'), 'tls'))
        .build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'the answer to a question that nobody asked',
      evidence: after(malformed('header', 'it answers request 7, not 1')).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'a field of a type that drivers cannot use',
      evidence: after(malformed('field', 'electionId is no object id')).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'three bytes and the end',
      evidence: after(malformed('cut-header', '3 of at least 16 bytes')).build(),
      at,
      certainty: 'possible',
    },
    {
      name: 'one member’s reply is cut, the primary’s is whole',
      evidence: replied(
        after(malformed('cut', '100 of 313 bytes'), [host, 'a']),
        'a:27017',
        memberHello(),
      ).build(),
      at,
      certainty: 'certain',
      bearing: 'advisory',
    },
    {
      name: 'the only seed’s reply is cut, and the driver learns of nobody else',
      evidence: replied(after(malformed('cut', '100 of 313 bytes')), 'a:27017', memberHello()).build(),
      at,
      certainty: 'certain',
    },
  ],
  lookAlikes: [
    {
      name: 'a reply that comes byte by byte without end',
      evidence: after(malformed('too-slow', '40 of 200000 bytes')).build(),
      at,
      is: 'unknown',
      really: 'wire-hello-silent',
    },
    {
      name: 'another protocol’s greeting',
      evidence: after({ is: 'not-mongodb', protocol: 'ssh', excerpt: 'SSH-2.0-OpenSSH_9.6' }).build(),
      at,
      is: 'unknown',
      really: 'wire-not-mongodb',
    },
    {
      name: 'closed without a byte',
      evidence: after({ is: 'closed' }).build(),
      at,
      is: 'unknown',
      really: 'tls-client-is-plain',
    },
    {
      name: 'an error in words, whole',
      evidence: after({ is: 'error', code: 13, codeName: 'Unauthorized', message: 'no' }).build(),
      at,
      is: 'absent',
    },
    {
      name: 'nonsense in answer to a plain hello, where the target speaks TLS',
      evidence: towards()
        .saw('wire.hello', at, plain, helloSaw(malformed('length', 'it declares 1 bytes')))
        .build(),
      at,
      is: 'unknown',
    },
  ],
})
