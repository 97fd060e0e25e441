import { absent, cite, defineCause, seenBy, says, unknown } from '@mongowhy/core'
import type { Cause, Citation, Evidence, Phrase } from '@mongowhy/core'

import { answers, namedBy } from '../kit/members.ts'
import { uriOf } from '../kit/deployment.ts'
import { isWrite, operationDone, operationThatFailed } from '../kit/operation.ts'

type Why = 'too-many' | 'no-such-mode' | 'waited' | 'not-a-set'

interface Facts {
  readonly why: Why
  readonly wanted: string | null
  readonly bearing: number | null
}

const whys: ReadonlyMap<number | null, Why> = new Map<number | null, Why>([
  [64, 'waited'],
  [79, 'no-such-mode'],
  [100, 'too-many'],
])
const badValue = 2

export const cause: Cause = defineCause<Facts>({
  code: 'ops-write-concern',
  title: 'Writes are not confirmed by as many members as the write concern asks for',
  scope: 'target',
  infer: (evidence) => {
    const wanted = wantedBy(evidence)
    // A server that is alone calls a concern for several members a bad value; so it does with other things.
    const alone = Number(wanted) > 1 && answers(evidence).some(({ hello }) => hello.role === 'standalone')
    const whyOf = (code: number | null): Why | undefined =>
      whys.get(code) ?? (alone && code === badValue ? 'not-a-set' : undefined)
    const failed = operationThatFailed(
      evidence,
      ({ code }, look) => isWrite(look) && whyOf(code) !== undefined,
    )
    const why = failed === undefined ? undefined : whyOf(failed.error.code)
    if (failed === undefined || why === undefined) {
      const done = operationDone(evidence, 'write')
      return done === undefined ? unknown() : absent(done)
    }
    const bearing = bearingMembers(evidence)
    return {
      is: 'present',
      certainty: why === 'not-a-set' ? 'likely' : 'certain',
      bearing: 'fault',
      facts: { why, wanted, bearing: bearing?.count ?? null },
      because: [
        failed.said,
        ...(bearing === null ? [] : [bearing.said]),
        ...(failed.look.saw.operation === 'insert' ? removed(evidence) : []),
      ],
    }
  },
  advise: ({ why, wanted, bearing }) => ({
    title: titleOf(why, wanted),
    explanation: says`The primary ${why === 'not-a-set' ? 'refused the write' : 'made the write; what failed is the confirmation'}.${bearing === null ? '' : ` The set names ${bearing} data-bearing members.`}${why === 'not-a-set' ? '' : ' So the data is there, and an application that tries again writes it twice.'}`,
    steps: steps[why],
  }),
})

function titleOf(why: Why, wanted: string | null): Phrase {
  const asked = wanted === null ? 'the write concern' : `w=${wanted}`
  switch (why) {
    case 'too-many':
      return says`${asked} asks for more members than the set has`
    case 'no-such-mode':
      return says`${asked} names a mode that the set does not have`
    case 'waited':
      return says`Not enough members copied the write in time for ${asked}`
    case 'not-a-set':
      return says`${asked} asks for several members, and the server is alone`
  }
}

const steps: Readonly<Record<Why, readonly Phrase[]>> = {
  'too-many': [
    says`Ask for w=majority (the default since MongoDB 5.0): it fits a set of any size. Or for a number that the set has.`,
    says`If members are missing: rs.conf().members lists those that the set knows; arbiters hold no data and do not count.`,
  ],
  'no-such-mode': [
    says`rs.conf().settings.getLastErrorModes lists the modes. Correct the name, or ask for w=majority. A number must be written without quotes.`,
  ],
  waited: [
    says`In mongosh: rs.status() and rs.printSecondaryReplicationInfo(). Is a member down, or far behind?`,
    says`Bring it back. In a set with an arbiter, one data-bearing member that is down leaves w=majority without an answer for ever.`,
    says`Keep wtimeout (or the driver's timeoutMS) set, so that the application is told instead of waiting.`,
  ],
  'not-a-set': [
    says`Leave w out of the connection string, or make the server a replica set of one: mongod --replSet rs0, then rs.initiate().`,
  ],
}

/** The concern that the connection string names. */
function wantedBy(evidence: Evidence): string | null {
  return uriOf(evidence)?.options.find(({ name }) => name.toLowerCase() === 'w')?.value ?? null
}

/** The data-bearing members that the members name. */
function bearingMembers(evidence: Evidence): { readonly count: number; readonly said: Citation } | null {
  const [first] = answers(evidence).filter(({ hello }) => hello.setName !== null)
  if (first === undefined) return null
  const { arbiters } = first.hello
  const count = namedBy(first).length - arbiters.length
  return {
    count,
    said: cite(first.look, says`${first.endpoint} names ${count} data-bearing members of the set`),
  }
}

/** Our own document was removed with w=1: the primary by itself takes writes. */
function removed(evidence: Evidence): readonly Citation[] {
  return seenBy(evidence, 'ops.run')
    .filter(({ saw }) => saw.operation === 'delete' && saw.outcome.is === 'done')
    .map((look) => cite(look, says`the document was removed with w=1`))
}
