import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { seeking } from '../kit/net-case.ts'
import { plainTowards } from '../kit/server-case.ts'
import {
  atlasEndpoint,
  atlasHost,
  caseAddress,
  helloSaw,
  secure,
  standaloneHello,
  towards,
} from '../kit/tls-case.ts'

const plain = { address: caseAddress, transport: 'plain' } as const

export const cases: Cases = defineCases({
  code: 'tls-off-for-atlas',
  matching: [
    {
      name: 'by the connection string alone',
      evidence: plainTowards([atlasHost]).build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'a plain hello is closed, TLS is spoken',
      evidence: plainTowards([atlasHost])
        .saw('wire.hello', atlasEndpoint, plain, helloSaw({ is: 'closed' }))
        .saw('tls.handshake', atlasEndpoint, { address: caseAddress }, { ...secure, servername: atlasHost })
        .build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'mongodb+srv with tls=false',
      evidence: seeking('cluster0.ab1cd.mongodb.net', { tls: false }).build(),
      at: null,
      certainty: 'certain',
    },
  ],
  lookAlikes: [
    {
      name: 'Atlas with TLS',
      evidence: towards(atlasHost).build(),
      at: null,
      is: 'absent',
    },
    {
      name: 'a server of one’s own that wants TLS',
      evidence: plainTowards(['db.lab.test'])
        .saw('wire.hello', 'db.lab.test:27017', plain, helloSaw({ is: 'closed' }))
        .build(),
      at: null,
      is: 'absent',
      really: 'tls-client-is-plain',
    },
    {
      name: 'a name that only ends like Atlas’s',
      evidence: plainTowards(['db.notmongodb.net']).build(),
      at: null,
      is: 'absent',
    },
    {
      name: 'a stand-in under Atlas’s name that answers without TLS',
      evidence: plainTowards([atlasHost])
        .saw('wire.hello', atlasEndpoint, plain, helloSaw({ is: 'reply', hello: standaloneHello }))
        .build(),
      at: null,
      is: 'absent',
    },
  ],
})
