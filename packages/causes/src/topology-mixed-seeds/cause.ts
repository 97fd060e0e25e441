import { absent, cite, defineCause, firstSeen, listed, says, together, unknown } from '@mongowhy/core'
import type { Cause, Citation, Endpoint, Evidence, Inference, Phrase } from '@mongowhy/core'

import { effective, seedList } from '../kit/deployment.ts'
import { answers, discovers, namedBy } from '../kit/members.ts'
import type { Answer } from '../kit/members.ts'

interface Facts {
  /** `beside`: one deployment, and standalone servers beside it. */
  readonly kind: 'several' | 'beside' | 'standalones' | 'namesakes'
  /** Each deployment, in words, with the seeds that belong to it. */
  readonly deployments: readonly { readonly what: string; readonly seeds: readonly Endpoint[] }[]
  readonly wanted: string | null
}

export const cause: Cause = defineCause<Facts>({
  code: 'topology-mixed-seeds',
  title: 'The hosts belong to different deployments',
  scope: 'target',
  refines: ['topology-set-name', 'topology-standalone'],
  infer,
  advise: ({ kind, deployments, wanted }) => ({
    title:
      kind === 'standalones'
        ? says`The connection string lists ${deployments.length} standalone servers as if they were one deployment`
        : says`The hosts of the connection string belong to ${deployments.length} different deployments`,
    explanation: together(
      ...deployments.map(({ what, seeds }) => together(listed(seeds), says`: ${what}.`)),
      consequence(kind, wanted),
    ),
    steps: [
      kind === 'standalones'
        ? says`Use one host in the connection string; for several copies of the data make a replica set of the servers.`
        : says`Leave in the connection string only the hosts of the deployment that is meant, and add replicaSet with its name.`,
      ...(kind === 'namesakes'
        ? [says`If these are outer and inner names of one and the same set: use names of one kind only.`]
        : []),
      says`If a host was reinstalled: its data directory or its --replSet may not be what it was.`,
    ],
    ...(kind === 'namesakes'
      ? {
          confirm: says`Run db.hello() through each seed and compare electionId and hosts: different ones mean different sets of one name.`,
        }
      : {}),
  }),
})

function infer(evidence: Evidence): Inference<Facts> {
  const seeds = seedList(evidence)
  const options = effective(evidence)
  if (options === undefined || seeds.length < 2 || !discovers(evidence)) return unknown()
  const answering = answers(evidence).filter(({ endpoint }) => seeds.includes(endpoint))
  const [first, ...rest] = answering
  if (first === undefined || rest.length === 0) return unknown()
  const wanted = options.replicaSet
  const served = answering.some(({ hello }) => hello.setName === wanted && hello.role === 'primary')
  const groups = grouped(answering)
  const standalone = answering.every(({ hello }) => hello.role === 'standalone')
  if (groups.length === 1 || (standalone && answering.length < 2)) {
    return absent(cite(first.look, says`the seeds that answered belong to one deployment`))
  }
  // None of them is what is asked for: each has the wrong name, and that is the fault to tell.
  if (wanted !== null && !served) return unknown()
  const namesakes = !standalone && new Set(answering.map(({ hello }) => hello.setName)).size === 1
  const deployments = groups.map((members) => ({
    what: describe(members[0]),
    seeds: members.map(({ endpoint }) => endpoint),
  }))
  const said: readonly [Citation, ...Citation[]] = [sayOf(first), ...rest.map(sayOf)]
  return {
    is: 'present',
    certainty: namesakes ? 'likely' : 'certain',
    // One of them can be used as a rule; which one is the worry. Where nothing could be, this may be why.
    bearing: wanted === null && driverFailed(evidence) ? 'fault' : 'advisory',
    ...(wanted === null
      ? {}
      : {
          concerns: answering.flatMap(({ endpoint, hello }) => (hello.setName === wanted ? [] : [endpoint])),
        }),
    facts: { kind: namesakes ? 'namesakes' : kindOf(groups), deployments, wanted },
    because: said,
  }
}

function kindOf(groups: readonly Members[]): Facts['kind'] {
  const others = groups.filter(([{ hello }]) => hello.role !== 'standalone').length
  return others === 0 ? 'standalones' : others === 1 ? 'beside' : 'several'
}

function consequence(kind: Facts['kind'], wanted: string | null): Phrase {
  switch (kind) {
    case 'standalones':
      return says`A driver that is given several hosts looks for a replica set or for routers. Most drop every standalone server from their view, and none is left; the Node.js driver keeps the one that answers last, so that writes go now to one and now to the other.`
    case 'beside':
      return says`A driver that is given several hosts drops every standalone server from its view and uses the rest.`
    case 'several':
    case 'namesakes':
      return wanted === null
        ? says`A driver takes all hosts for one deployment: the first to answer decides which it is, and the others are dropped. So one start of the program may reach one deployment, and the next the other.`
        : says`A driver keeps those of the set ${wanted}, which is asked for, and drops the others.`
  }
}

function driverFailed(evidence: Evidence): boolean {
  return firstSeen(evidence, 'driver.connect')?.saw.outcome.is === 'failed'
}

type Members = readonly [Answer, ...Answer[]]

function grouped(answering: readonly Answer[]): readonly Members[] {
  const groups: [Answer, ...Answer[]][] = []
  for (const answer of answering) {
    const group = groups.find(([first]) => oneDeployment(first, answer))
    if (group === undefined) groups.push([answer])
    else group.push(answer)
  }
  return groups
}

/** Whether two answers are of one deployment. Routers tell nothing of the cluster behind them. */
function oneDeployment(a: Answer, b: Answer): boolean {
  if (a.hello.setName !== null || b.hello.setName !== null) {
    if (a.hello.setName !== b.hello.setName) return false
    return namedBy(a).some((member) => namedBy(b).includes(member)) || sameProcess(a, b)
  }
  if (a.hello.role !== b.hello.role) return false
  // A driver drops standalone servers even where two names lead to one; without a process to compare they count as two.
  return a.hello.role !== 'standalone'
}

function sameProcess(a: Answer, b: Answer): boolean {
  const [one, other] = [a, b].map(({ hello }) => hello.topologyVersion?.split(':')[0])
  return one !== undefined && one === other
}

function describe({ hello }: Answer): string {
  if (hello.setName !== null) return `members of the replica set ${hello.setName}`
  switch (hello.role) {
    case 'standalone':
      return 'a standalone server'
    case 'mongos':
    case 'load-balanced':
      return 'routers of a sharded cluster'
    case 'ghost':
      return 'a server whose set was not initiated'
    default:
      return `a ${hello.role} server`
  }
}

function sayOf({ endpoint, hello, look }: Answer): Citation {
  return cite(
    look,
    hello.setName === null
      ? says`${endpoint} is a ${hello.role === 'mongos' ? 'router (mongos)' : hello.role} and names no set`
      : says`${endpoint} belongs to the set ${hello.setName}, with the members ${hello.hosts.slice(0, 4).join(', ')}`,
  )
}
