import { absent, defineCause, listed, says, seenBy, together, unknown } from '@mongowhy/core'
import type { Cause, Citation, Endpoint, Evidence } from '@mongowhy/core'

import { advertised, seedList } from '../kit/deployment.ts'
import { citeTcp, reachOf, takesWrites, usableAnswers } from '../kit/reach.ts'
import type { Reach } from '../kit/reach.ts'

type How = 'refused' | 'silent' | 'unreachable'

interface Facts {
  readonly failing: readonly { readonly endpoint: Endpoint; readonly how: How }[]
  readonly open: readonly Endpoint[]
  readonly primary: Endpoint | null
  readonly primaryFails: boolean
}

export const cause: Cause = defineCause<Facts>({
  code: 'tcp-some-members',
  title: 'Some members cannot be reached, others can',
  scope: 'target',
  explains: ['tcp-refused', 'tcp-filtered', 'tcp-no-route'],
  infer(evidence) {
    const members = membersOf(evidence).map((endpoint) => ({ endpoint, reach: reachOf(evidence, endpoint) }))
    const open = members.filter(({ reach }) => reach.open.length > 0)
    const failing = members.flatMap(({ endpoint, reach }) => {
      const how = howItFails(reach)
      return how === null ? [] : [{ endpoint, how, reach }]
    })
    const [first, ...rest] = failing
    if (first === undefined)
      return open.length > 1 ? absent(...open.slice(0, 3).flatMap(citeFirst)) : unknown()
    const usable = usableAnswers(evidence)
    if (open.length === 0)
      return members.length > 1 ? absent(...failing.slice(0, 3).flatMap(citeFirst)) : unknown()
    // Where those that can be reached are broken as well, each has a fault of its own.
    if (!open.some(({ endpoint }) => usable.some((answer) => answer.endpoint === endpoint))) return unknown()
    const primary = primaryOf(evidence)
    const primaryFails = primary !== null && failing.some(({ endpoint }) => endpoint === primary)
    const [cited, ...more] = [first, ...rest].flatMap(citeFirst)
    if (cited === undefined) return unknown()
    return {
      is: 'present',
      certainty: 'certain',
      bearing: primaryFails || !usable.some(takesWrites) ? 'fault' : 'advisory',
      concerns: failing.map(({ endpoint }) => endpoint),
      facts: {
        failing: failing.map(({ endpoint, how }) => ({ endpoint, how })),
        open: open.map(({ endpoint }) => endpoint),
        primary,
        primaryFails,
      },
      because: [cited, ...more.slice(0, 5), ...open.slice(0, 3).flatMap(citeFirst)],
    }
  },
  advise: ({ failing, open, primary, primaryFails }) => ({
    title: together(
      primaryFails
        ? says`The primary is among the members that cannot be reached:`
        : says`Some members cannot be reached:`,
      listed(failing.slice(0, 4).map(({ endpoint }) => endpoint)),
    ),
    explanation: together(
      listed(open.slice(0, 4)),
      open.length === 1 ? says`accepts connections from here;` : says`accept connections from here;`,
      listed(failing.slice(0, 4).map(({ endpoint, how }) => `${endpoint} (${how})`)),
      failing.length === 1 ? says`does not.` : says`do not.`,
      primaryFails
        ? says`Members that can be reached name ${primary ?? ''} as primary: reads from secondaries may work, and everything else waits for a server until it times out.`
        : says`The set works as long as the primary is among the reachable ones; with the next election it may not be.`,
    ),
    steps: [
      failing.some(({ how }) => how === 'silent')
        ? says`Compare the firewall rules, security groups and routes of the silent members with those of the others: every member must admit this machine, not the first one alone.`
        : says`Is mongod running on those members, on that port (systemctl status mongod, ss -ltnp | grep mongo)?`,
      says`Ask the set itself, at a member that answers: rs.status() says which members it can see. If it sees them all, the fault lies between here and them; if not, the members are down.`,
      says`A member that was removed for good should be taken out of the set (rs.remove) and out of the connection string.`,
    ],
    operator: [
      says`Firewall, security group and routes of each of these members, beside those of the others: ${failing
        .slice(0, 8)
        .map(({ endpoint }) => endpoint)
        .join(', ')}.`,
      says`\`rs.status()\` at ${open[0] ?? ''}: whether the set itself sees them, and since when not.`,
      says`\`systemctl status mongod\`, \`net.bindIp\` and \`net.port\` on those members: that they are set up as the others are.`,
    ],
  }),
})

/** The members as the set itself names them; the seeds where nobody told. Seeds may be other names for the same. */
function membersOf(evidence: Evidence): readonly Endpoint[] {
  const named = [...new Set(advertised(evidence).map(({ endpoint }) => endpoint))]
  return named.length > 0 ? named : [...new Set(seedList(evidence))]
}

function howItFails({ looks, open, refused, silent, unreachable }: Reach): How | null {
  if (looks.length === 0 || open.length > 0) return null
  if (refused.length > 0) return 'refused'
  if (silent.length > 0) return 'silent'
  return unreachable.length > 0 ? 'unreachable' : null
}

function citeFirst({ reach }: { readonly reach: Reach }): readonly Citation[] {
  const [look] = reach.open.length > 0 ? reach.open : reach.looks
  return look === undefined ? [] : [citeTcp(look)]
}

function primaryOf(evidence: Evidence): Endpoint | null {
  for (const { saw } of seenBy(evidence, 'wire.hello')) {
    if (saw.outcome.is === 'reply' && saw.outcome.hello.primary !== null)
      return saw.outcome.hello.primary.toLowerCase()
  }
  return null
}
