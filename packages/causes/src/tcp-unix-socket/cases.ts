import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { dialled, open } from '../kit/net-case.ts'
import { caseEndpoint, towards } from '../kit/tls-case.ts'

export const cases: Cases = defineCases({
  code: 'tcp-unix-socket',
  matching: [
    {
      name: 'missing',
      evidence: dialled(
        towards('/tmp/mongodb-27017.sock', { tls: false }),
        '/tmp/mongodb-27017.sock',
        '/tmp/mongodb-27017.sock',
        { is: 'socket-missing' },
      ).build(),
      at: '/tmp/mongodb-27017.sock',
      certainty: 'certain',
    },
    {
      name: 'denied',
      evidence: dialled(
        towards('/tmp/mongodb-27017.sock', { tls: false }),
        '/tmp/mongodb-27017.sock',
        '/tmp/mongodb-27017.sock',
        { is: 'socket-denied' },
      ).build(),
      at: '/tmp/mongodb-27017.sock',
      certainty: 'certain',
    },
    {
      name: 'left behind by a server that is gone',
      evidence: dialled(
        towards('/tmp/mongodb-27017.sock', { tls: false }),
        '/tmp/mongodb-27017.sock',
        '/tmp/mongodb-27017.sock',
        { is: 'refused' },
      ).build(),
      at: '/tmp/mongodb-27017.sock',
      certainty: 'certain',
    },
  ],
  lookAlikes: [
    {
      name: 'open',
      evidence: dialled(
        towards('/tmp/mongodb-27017.sock', { tls: false }),
        '/tmp/mongodb-27017.sock',
        '/tmp/mongodb-27017.sock',
        open,
      ).build(),
      at: '/tmp/mongodb-27017.sock',
      is: 'absent',
    },
    {
      name: 'a TCP port that refuses',
      evidence: dialled(towards('db.lab.test', { tls: false }), caseEndpoint, '127.0.0.1', {
        is: 'refused',
      }).build(),
      at: caseEndpoint,
      is: 'unknown',
      really: 'tcp-refused',
    },
  ],
})
