import { absent, cite, defineCause, says, seenBy, unknown } from '@mongowhy/core'
import type { Cause, Endpoint } from '@mongowhy/core'

import { answered, effective } from '../kit/deployment.ts'

interface Facts {
  readonly endpoint: Endpoint
  readonly set: string
  readonly primary: string | null
  readonly refused: number | null
}

// NotWritablePrimary, NotPrimaryNoSecondaryOk, LegacyNotPrimary.
const notPrimary: readonly number[] = [10_107, 13_435, 10_058]

export const cause: Cause = defineCause<Facts>({
  code: 'topology-write-to-secondary',
  title: 'A direct connection leads to a secondary',
  scope: 'endpoint',
  infer: (evidence, at) => {
    const options = effective(evidence)
    const reply = answered(evidence, at)
    if (options === undefined || reply === undefined) return unknown()
    const { role, setName, primary } = reply.hello
    const is = cite(reply.look, says`its hello is that of a ${role} of ${setName ?? 'no set'}`)
    if (options.directConnection !== true) {
      return absent(
        cite(reply.look, says`the driver finds the primary by itself: the connection is not direct`),
      )
    }
    if (role !== 'secondary') return absent(is)
    const write = seenBy(evidence, 'ops.run').find(
      ({ saw }) => saw.outcome.is === 'failed' && notPrimary.includes(saw.outcome.error.code ?? 0),
    )
    const code = write?.saw.outcome.is === 'failed' ? write.saw.outcome.error.code : null
    // Whoever chooses secondaries for reads and writes nothing means it so.
    if (write === undefined && (options.readPreference ?? 'primary') !== 'primary') return absent(is)
    return {
      is: 'present',
      certainty: 'certain',
      bearing: write === undefined ? 'advisory' : 'fault',
      facts: { endpoint: at ?? '', set: setName ?? '', primary, refused: code },
      because: [
        is,
        ...(write === undefined
          ? []
          : [
              cite(
                write,
                says`${write.saw.operation} on ${write.saw.namespace} was refused with code ${code ?? 0}`,
              ),
            ]),
      ],
    }
  },
  advise: ({ endpoint, set, primary, refused }) => ({
    title:
      refused === null
        ? says`${endpoint} is a secondary, and the direct connection to it cannot write`
        : says`The write was refused: ${endpoint} is a secondary, and the connection to it is direct`,
    explanation: says`directConnection=true ties the driver to this one member of ${set}, whatever its role. A secondary takes reads that allow it and refuses every write. Which member is the primary changes with every election, so a direct connection that writes today may not tomorrow.`,
    steps: [
      says`To use the set: remove directConnection=true and add replicaSet=${set}; the driver then finds the primary and follows it.`,
      ...(primary === null
        ? []
        : [
            says`The primary at this moment is ${primary}: a direct connection to it would write, until the next election.`,
          ]),
      says`If the members' names do not resolve from here (a tunnel, a container), that is the reason directConnection was set: mend the names, or forward the port of the primary.`,
      says`If only reads are wanted: say so with readPreference=secondary.`,
    ],
  }),
})
