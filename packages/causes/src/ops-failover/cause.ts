import { absent, cite, defineCause, says, unknown } from '@mongowhy/core'
import type { Cause, Citation, Evidence } from '@mongowhy/core'

import { answers, discovers } from '../kit/members.ts'
import { operationDone, operationThatFailed } from '../kit/operation.ts'

interface Facts {
  readonly what: 'stepping-down' | 'shutting-down' | 'not-primary'
  readonly operation: string
}

const steppingDown: ReadonlySet<number | null> = new Set([189, 11_602])
const shuttingDown: ReadonlySet<number | null> = new Set([91, 11_600])
const notPrimary: ReadonlySet<number | null> = new Set([10_107, 13_435, 10_058])

export const cause: Cause = defineCause<Facts>({
  code: 'ops-failover',
  title: 'The primary changes, or the server shuts down, just now',
  scope: 'target',
  infer: (evidence) => {
    const failed = operationThatFailed(
      evidence,
      ({ code }) => steppingDown.has(code) || shuttingDown.has(code) || notPrimary.has(code),
    )
    if (failed === undefined) {
      const done = operationDone(evidence, 'write') ?? operationDone(evidence, 'read')
      return done === undefined ? unknown() : absent(done)
    }
    const { code } = failed.error
    const { operation } = failed.look.saw
    if (steppingDown.has(code) || shuttingDown.has(code)) {
      const what = steppingDown.has(code) ? 'stepping-down' : 'shutting-down'
      return {
        is: 'present',
        certainty: 'certain',
        bearing: 'fault',
        facts: { what, operation },
        because: [failed.said],
      }
    }
    // Only a server that was primary a moment ago can have ceased to be it; another was never asked rightly.
    const was = wasPrimary(evidence)
    if (was === undefined || !discovers(evidence)) return unknown()
    return {
      is: 'present',
      certainty: 'likely',
      bearing: 'fault',
      facts: { what: 'not-primary', operation },
      because: [failed.said, was],
    }
  },
  advise: ({ what, operation }) => ({
    title: titles[what],
    explanation: says`The connection was there; the server ended the operation (${operation}) for this reason, and the driver's own second try did not help. An election takes some seconds as a rule, up to twelve. A single one is part of the life of a set; one after another is not.`,
    steps: [
      says`Wait half a minute and try again. If it works, drivers with retryable writes and reads (on unless told) bridge such moments by themselves; leave them on.`,
      says`If it goes on: in mongosh rs.status(), and in the log of the members the component ELECTION or REPL: who steps down, and why?`,
      says`Frequent reasons: maintenance or an upgrade in progress, a primary that is too busy to send heartbeats, a network between members that drops for seconds.`,
    ],
    operator: [
      says`\`rs.status()\`: who is primary, and since when (electionDate).`,
      says`The logs of the members at that time, components ELECTION and REPL: why the primary stepped down.`,
      says`Maintenance, upgrades or restarts that were planned for that time.`,
    ],
    ...(what === 'not-primary'
      ? { confirm: says`Run this again: if another member is the primary now, it was this.` }
      : {}),
  }),
})

const titles = {
  'stepping-down': says`The primary is stepping down just now`,
  'shutting-down': says`The server is shutting down just now`,
  'not-primary': says`The member that was the primary no longer is`,
} as const

function wasPrimary(evidence: Evidence): Citation | undefined {
  const primary = answers(evidence).find(({ hello }) => hello.role === 'primary')
  return primary === undefined
    ? undefined
    : cite(primary.look, says`${primary.endpoint} had said that it is the primary`)
}
