import type { ServerError } from '@mongowhy/core'

import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import type { EvidenceBuilder } from '../kit/evidence.ts'
import { loggedIn, memberHello, operated, plainTowards, replied, serverError } from '../kit/server-case.ts'

const at = null

function talking(role: 'primary' | 'secondary', directConnection: boolean | null = null): EvidenceBuilder {
  const base = plainTowards(['a'], { effectiveAuthSource: 'admin', directConnection })
  const primary = role === 'primary' ? 'a:27017' : 'b:27017'
  const hello = memberHello({ role, hosts: ['a:27017', 'b:27017'], primary })
  return loggedIn(replied(base, 'a:27017', hello), { is: 'logged-in' })
}

function refused(code: number, codeName: string, message = codeName): ServerError {
  return serverError({ code, codeName, message })
}

const notWritable = refused(10_107, 'NotWritablePrimary', 'not primary')

export const cases: Cases = defineCases({
  code: 'ops-failover',
  matching: [
    {
      name: 'interrupted by a change of state',
      evidence: operated(
        talking('primary'),
        'read',
        refused(11_602, 'InterruptedDueToReplStateChange', 'operation was interrupted'),
      ).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'stepped down',
      evidence: operated(talking('primary'), 'read', refused(189, 'PrimarySteppedDown')).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'shutting down',
      evidence: operated(talking('primary'), 'ping', refused(91, 'ShutdownInProgress')).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'the member that said to be primary is none any more',
      evidence: operated(operated(talking('primary'), 'read'), 'insert', notWritable).build(),
      at,
      certainty: 'likely',
    },
  ],
  lookAlikes: [
    {
      name: 'a secondary by direct connection, which never was primary',
      evidence: operated(operated(talking('secondary', true), 'read'), 'insert', notWritable).build(),
      at,
      is: 'unknown',
      really: 'topology-write-to-secondary',
    },
    {
      name: 'a member that catches up',
      evidence: operated(talking('secondary'), 'read', refused(13_436, 'NotPrimaryOrSecondary')).build(),
      at,
      is: 'unknown',
      really: 'topology-member-not-ready',
    },
    {
      name: 'a limit of time',
      evidence: operated(talking('primary'), 'read', refused(50, 'MaxTimeMSExpired')).build(),
      at,
      is: 'unknown',
      really: 'ops-time-limit',
    },
    {
      name: 'it works',
      evidence: operated(operated(talking('primary'), 'read'), 'insert').build(),
      at,
      is: 'absent',
    },
  ],
})
