import { firstSeen, seenBy } from '@mongowhy/core'
import type { Endpoint, HelloFacts, Report, Stage, StageLine } from '@mongowhy/core'

/** One server as it was met from here. */
export interface Member {
  readonly endpoint: Endpoint
  /** `primary`, `secondary`; null where no hello was answered. */
  readonly role: string | null
  readonly state: 'reached' | 'failed' | 'unknown'
  /** The stage at which the way ends; null where it does not. */
  readonly endsAt: Stage | null
  readonly says: string
}

/** This machine, what stands between, and every server that was looked at. */
export interface Topology {
  readonly client: string
  readonly proxy: string | null
  readonly setName: string | null
  readonly members: readonly Member[]
  readonly leftOut: number
}

// Beyond this a picture is a wall; the table of stages counts the rest.
const mostMembers = 9

/** The deployment as it looks from here; null where no server was looked at. */
export function topologyOf(report: Report, textOf: (line: StageLine) => string): Topology | null {
  const { evidence, stages } = report
  const endpoints = [...new Set(stages.flatMap(({ endpoint }) => endpoint ?? []))]
  if (endpoints.length === 0) return null
  const hellos = seenBy(evidence, 'wire.hello').flatMap(({ ask, saw }) =>
    saw.outcome.is === 'reply' && ask.endpoint !== null
      ? [{ endpoint: ask.endpoint, hello: saw.outcome.hello }]
      : [],
  )
  const members = endpoints.map((endpoint): Member => {
    const lines = stages.filter((line) => line.endpoint === endpoint)
    const bad = lines.find(({ status }) => status === 'failed')
    const reached = lines.some(({ stage, status }) => stage === 'wire' && status === 'ok')
    const role = hellos.find((each) => each.endpoint === endpoint)?.hello.role ?? null
    return {
      endpoint,
      role,
      state: bad !== undefined ? 'failed' : reached ? 'reached' : 'unknown',
      endsAt: bad?.stage ?? null,
      says: bad === undefined ? (role ?? '') : textOf(bad),
    }
  })
  const named = namedOnly(hellos, endpoints)
  const host = firstSeen(evidence, 'env.host')?.saw
  const proxy = firstSeen(evidence, 'uri.parse')?.saw.effective.proxy ?? null
  return {
    client:
      host === undefined
        ? 'this machine'
        : `${host.platform} ${host.arch}${host.container === null ? '' : `, ${host.container}`}`,
    proxy: proxy === null ? null : `${proxy.host}:${proxy.port}`,
    setName: hellos.find(({ hello }) => hello.setName !== null)?.hello.setName ?? null,
    members: [...members, ...named].slice(0, mostMembers),
    leftOut: Math.max(0, members.length + named.length - mostMembers),
  }
}

/** Members that the set names and that nobody connected to; a server's own other name is the same server. */
function namedOnly(
  hellos: readonly { readonly hello: HelloFacts }[],
  endpoints: readonly Endpoint[],
): readonly Member[] {
  const own = hellos.map(({ hello }) => hello.me?.toLowerCase())
  const all = hellos.flatMap(({ hello }) => [...hello.hosts, ...hello.passives])
  return [...new Set(all.map((each) => each.toLowerCase()))]
    .filter((each) => !endpoints.includes(each) && !own.includes(each))
    .map((endpoint) => ({
      endpoint,
      role: 'named by the set, not connected to',
      state: 'unknown',
      endsAt: null,
      says: '',
    }))
}
