import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { dialled, open } from '../kit/net-case.ts'
import { helloSaw, standaloneHello, towards, towardsAll } from '../kit/tls-case.ts'

export const cases: Cases = defineCases({
  code: 'tcp-some-members',
  matching: [
    {
      name: 'the primary is silent',
      evidence: dialled(
        dialled(
          towardsAll(['a.lab.test', 'b.lab.test'], { tls: false }),
          'a.lab.test:27017',
          '127.0.0.1',
          open,
        ),
        'b.lab.test:27017',
        '127.0.0.2',
        { is: 'silent' },
      )
        .saw(
          'wire.hello',
          'a.lab.test:27017',
          { address: '127.0.0.1', transport: 'plain' },
          helloSaw({
            is: 'reply',
            hello: {
              ...standaloneHello,
              role: 'secondary',
              setName: 'rs0',
              hosts: ['a.lab.test:27017', 'b.lab.test:27017'],
              primary: 'b.lab.test:27017',
            },
          }),
        )
        .build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'a secondary is refused',
      evidence: dialled(
        dialled(
          towardsAll(['a.lab.test', 'b.lab.test'], { tls: false }),
          'a.lab.test:27017',
          '127.0.0.1',
          open,
        ),
        'b.lab.test:27017',
        '127.0.0.2',
        { is: 'refused' },
      )
        .saw(
          'wire.hello',
          'a.lab.test:27017',
          { address: '127.0.0.1', transport: 'plain' },
          helloSaw({
            is: 'reply',
            hello: {
              ...standaloneHello,
              role: 'primary',
              setName: 'rs0',
              hosts: ['a.lab.test:27017', 'b.lab.test:27017'],
              primary: 'a.lab.test:27017',
            },
          }),
        )
        .build(),
      at: null,
      certainty: 'certain',
      bearing: 'advisory',
    },
    {
      name: 'an advertised member that is no seed',
      evidence: dialled(
        dialled(towardsAll(['a.lab.test'], { tls: false }), 'a.lab.test:27017', '127.0.0.1', open),
        'b.lab.test:27017',
        '127.0.0.2',
        { is: 'refused' },
      )
        .saw(
          'wire.hello',
          'a.lab.test:27017',
          { address: '127.0.0.1', transport: 'plain' },
          helloSaw({
            is: 'reply',
            hello: {
              ...standaloneHello,
              role: 'secondary',
              setName: 'rs0',
              hosts: ['a.lab.test:27017', 'b.lab.test:27017'],
              primary: 'b.lab.test:27017',
            },
          }),
        )
        .build(),
      at: null,
      certainty: 'certain',
    },
  ],
  lookAlikes: [
    {
      name: 'all refused',
      evidence: dialled(
        dialled(towardsAll(['a.lab.test', 'b.lab.test'], { tls: false }), 'a.lab.test:27017', '127.0.0.1', {
          is: 'refused',
        }),
        'b.lab.test:27017',
        '127.0.0.2',
        { is: 'refused' },
      ).build(),
      at: null,
      is: 'absent',
      really: 'tcp-refused',
    },
    {
      name: 'all open',
      evidence: dialled(
        dialled(
          towardsAll(['a.lab.test', 'b.lab.test'], { tls: false }),
          'a.lab.test:27017',
          '127.0.0.1',
          open,
        ),
        'b.lab.test:27017',
        '127.0.0.2',
        open,
      ).build(),
      at: null,
      is: 'absent',
    },
    {
      name: 'one address of a member refused, the other open',
      evidence: dialled(
        dialled(
          dialled(
            towardsAll(['a.lab.test', 'b.lab.test'], { tls: false }),
            'a.lab.test:27017',
            '127.0.0.1',
            open,
          ),
          'b.lab.test:27017',
          '::1',
          { is: 'refused' },
        ),
        'b.lab.test:27017',
        '127.0.0.1',
        open,
      ).build(),
      at: null,
      is: 'absent',
      really: 'dns-ipv6-first',
    },
    {
      name: 'the seed is another name, and no member by its own name is reached',
      evidence: dialled(
        dialled(towards('gate.lab.test', { tls: false }), 'gate.lab.test:27017', '127.0.0.1', open),
        'a.lab.test:27017',
        '127.0.0.2',
        { is: 'silent' },
      )
        .saw(
          'wire.hello',
          'gate.lab.test:27017',
          { address: '127.0.0.1', transport: 'plain' },
          helloSaw({
            is: 'reply',
            hello: {
              ...standaloneHello,
              role: 'primary',
              setName: 'rs0',
              hosts: ['a.lab.test:27017'],
              primary: 'a.lab.test:27017',
            },
          }),
        )
        .build(),
      at: null,
      is: 'not-present',
      really: 'topology-advertised-hosts',
    },
  ],
})
