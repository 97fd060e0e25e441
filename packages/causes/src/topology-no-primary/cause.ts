import { absent, cite, defineCause, says, unknown } from '@mongowhy/core'
import type { Cause, Citation, Endpoint } from '@mongowhy/core'

import { effective } from '../kit/deployment.ts'
import { answers, discovers, namedBy, unreachable } from '../kit/members.ts'

interface Facts {
  readonly set: string
  readonly answering: number
  readonly unreached: readonly Endpoint[]
  readonly readsMayWork: boolean
}

export const cause: Cause = defineCause<Facts>({
  code: 'topology-no-primary',
  title: 'The replica set has no primary',
  scope: 'target',
  infer: (evidence) => {
    if (!discovers(evidence)) return unknown()
    const wanted = effective(evidence)?.replicaSet ?? null
    const members = answers(evidence).filter(
      ({ hello }) => hello.setName !== null && (wanted === null || hello.setName === wanted),
    )
    const [first, ...rest] = members
    if (first === undefined) return unknown()
    const primary = members.find(({ hello }) => hello.role === 'primary')
    if (primary !== undefined) return absent(cite(primary.look, says`${primary.endpoint} is the primary`))
    const pointing = members.find(({ hello }) => hello.primary !== null)
    if (pointing !== undefined) {
      return absent(cite(pointing.look, says`it names ${pointing.hello.primary ?? ''} as the primary`))
    }
    const named = [...new Set(members.flatMap(namedBy))]
    const answering = new Set(members.map(({ endpoint, hello }) => hello.me?.toLowerCase() ?? endpoint))
    const unreached = named.filter((endpoint) => !answering.has(endpoint))
    const readPreference = effective(evidence)?.readPreference ?? 'primary'
    const readsMayWork =
      readPreference !== 'primary' && members.some(({ hello }) => hello.role === 'secondary')
    const said = ({ endpoint, hello, look }: typeof first): Citation =>
      cite(
        look,
        says`${endpoint} is ${hello.role === 'arbiter' ? 'an arbiter' : hello.role} and knows of no primary`,
      )
    const lost = unreached.flatMap((endpoint) => {
      const why = unreachable(evidence, endpoint)
      return why === null ? [] : [cite(why.look, says`${endpoint} could not be reached`)]
    })
    return {
      is: 'present',
      certainty: unreached.length === 0 ? 'certain' : 'likely',
      bearing: readsMayWork ? 'advisory' : 'fault',
      facts: { set: first.hello.setName ?? '', answering: members.length, unreached, readsMayWork },
      because: [said(first), ...rest.map(said), ...lost],
    }
  },
  advise: ({ set, answering, unreached, readsMayWork }) => ({
    title: says`The replica set ${set} has no primary`,
    explanation: says`${answering} of its members answered; none is the primary and none knows of one. ${unreached.length === 0 ? 'All its members answered, so no other can be.' : `Not reached from here: ${unreached.join(', ')}.`} A primary is elected by a majority of the voting members. ${readsMayWork ? 'Reads from secondaries still work; writes do not.' : 'Without one there are no writes, and no reads with the default read preference.'}`,
    steps: [
      says`In mongosh on a member that answers: rs.status(). Which members are DOWN, RECOVERING or STARTUP2, and why (lastHeartbeatMessage)?`,
      says`Start the members that are down, or mend the network between them, until a majority of the votes is back. Look in their logs for the reason that they stopped.`,
      says`An election takes some seconds: if this is the moment of one, the next run finds a primary.`,
      says`Only if the others are lost for good: rs.reconfig(cfg, { force: true }) with the members that are left. Writes that they alone had are gone.`,
    ],
    operator: [
      says`\`rs.status()\` on each member of ${set}: state, lastHeartbeatMessage, and how many votes are up.`,
      says`The logs of the members at that time, components ELECTION and REPL: who stepped down, and why nobody was elected.`,
      says`The network among the members, disk space (\`df\`), and the kernel's log for a killed mongod.`,
    ],
    ...(unreached.length === 0
      ? {}
      : {
          confirm: says`Run rs.status() on a member that answers: if it shows no member as PRIMARY, it is this; if it shows one, that member cannot be reached from here.`,
        }),
  }),
})
