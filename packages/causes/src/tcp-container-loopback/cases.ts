import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { dialled, host, open } from '../kit/net-case.ts'
import { caseEndpoint, towards } from '../kit/tls-case.ts'

export const cases: Cases = defineCases({
  code: 'tcp-container-loopback',
  matching: [
    {
      name: 'localhost refused inside a container',
      evidence: dialled(
        towards('localhost', { tls: false }).saw('env.host', null, {}, host({ container: 'docker' })),
        'localhost:27017',
        '127.0.0.1',
        { is: 'refused' },
      ).build(),
      at: 'localhost:27017',
      certainty: 'likely',
    },
    {
      name: 'both families',
      evidence: dialled(
        dialled(
          towards('localhost', { tls: false }).saw('env.host', null, {}, host({ container: 'docker' })),
          'localhost:27017',
          '::1',
          { is: 'refused' },
        ),
        'localhost:27017',
        '127.0.0.1',
        { is: 'refused' },
      ).build(),
      at: 'localhost:27017',
      certainty: 'likely',
    },
  ],
  lookAlikes: [
    {
      name: 'localhost refused outside of a container',
      evidence: dialled(
        towards('localhost', { tls: false }).saw('env.host', null, {}, host({ container: null })),
        'localhost:27017',
        '127.0.0.1',
        { is: 'refused' },
      ).build(),
      at: 'localhost:27017',
      is: 'absent',
      really: 'tcp-refused',
    },
    {
      name: 'another host refused inside a container',
      evidence: dialled(
        towards('db.lab.test', { tls: false }).saw('env.host', null, {}, host({ container: 'docker' })),
        caseEndpoint,
        '127.0.0.1',
        { is: 'refused' },
      ).build(),
      at: caseEndpoint,
      is: 'unknown',
      really: 'tcp-refused',
    },
    {
      name: 'a port of somebody’s own choice',
      evidence: dialled(
        towards('localhost', { tls: false }).saw('env.host', null, {}, host({ container: 'docker' })),
        'localhost:31999',
        '127.0.0.1',
        { is: 'refused' },
      ).build(),
      at: 'localhost:31999',
      is: 'unknown',
      really: 'tcp-refused',
    },
    {
      name: 'localhost open inside a container',
      evidence: dialled(
        towards('localhost', { tls: false }).saw('env.host', null, {}, host({ container: 'docker' })),
        'localhost:27017',
        '127.0.0.1',
        open,
      ).build(),
      at: 'localhost:27017',
      is: 'absent',
    },
  ],
})
