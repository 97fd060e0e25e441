import type { EffectiveOptions, Evidence, LimitOptions } from '@mongowhy/core'

import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { drove, operated, plainTowards, serverError } from '../kit/server-case.ts'

const at = null
const limits: LimitOptions = {
  socketTimeoutMS: null,
  waitQueueTimeoutMS: null,
  maxPoolSize: null,
}
const options = (set: Partial<LimitOptions>): Partial<EffectiveOptions> => ({
  effectiveAuthSource: 'admin',
  limits: { ...limits, ...set },
})
const noneFree = serverError({
  name: 'MongoWaitQueueTimeoutError',
  message: 'Timed out while checking out a connection from connection pool',
  code: null,
  codeName: null,
})
const worked = (set: Partial<LimitOptions>, connectMs: number, operationMs: number): Evidence => {
  const login = { mechanism: null, authSource: 'admin', permittedBy: 'verified-connection' } as const
  return drove(plainTowards(['a'], options(set)), { is: 'connected' })
    .saw('auth.login', null, {}, { ...login, outcome: { is: 'logged-in' } }, connectMs)
    .saw(
      'ops.run',
      null,
      { operation: 'read' },
      { operation: 'read', namespace: 'app.orders', outcome: { is: 'done' } },
      operationMs,
    )
    .build()
}

export const cases: Cases = defineCases({
  code: 'ops-pool-exhausted',
  matching: [
    {
      name: 'a driver that waited for its first connection',
      evidence: drove(plainTowards(['a'], options({ waitQueueTimeoutMS: 50 })), {
        is: 'failed',
        phase: 'other',
        error: noneFree,
      }).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'an operation that waited',
      evidence: operated(plainTowards(['a'], options({ waitQueueTimeoutMS: 50 })), 'ping', noneFree).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'a wait of 200 ms, and connections that take 380',
      evidence: worked({ waitQueueTimeoutMS: 200 }, 380, 40),
      at,
      certainty: 'likely',
      bearing: 'advisory',
    },
    {
      name: 'two connections for operations of 45 ms',
      evidence: worked({ maxPoolSize: 2 }, 300, 45),
      at,
      certainty: 'possible',
      bearing: 'advisory',
    },
  ],
  lookAlikes: [
    { name: 'nothing set', evidence: worked({}, 380, 45), at, is: 'absent' },
    {
      name: 'a wait that is long enough',
      evidence: worked({ waitQueueTimeoutMS: 2_000 }, 380, 45),
      at,
      is: 'absent',
    },
    {
      name: 'no bound at all',
      evidence: worked({ waitQueueTimeoutMS: 0, maxPoolSize: 0 }, 380, 45),
      at,
      is: 'absent',
    },
    { name: 'a pool of one beside the server', evidence: worked({ maxPoolSize: 1 }, 9, 1), at, is: 'absent' },
    {
      name: 'ten connections on a long path',
      evidence: worked({ maxPoolSize: 10 }, 380, 45),
      at,
      is: 'absent',
    },
    {
      name: 'an operation that was ended by its own limit',
      evidence: operated(
        plainTowards(['a'], options({ socketTimeoutMS: 10 })),
        'read',
        serverError({ name: 'MongoOperationTimeoutError', message: 'Timed out', code: null, codeName: null }),
      ).build(),
      at,
      is: 'unknown',
      really: 'ops-time-limit',
    },
  ],
})
