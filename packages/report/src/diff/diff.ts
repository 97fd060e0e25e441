import { firstSeen, says, stageOrder, together } from '@mongowhy/core'
import type { NamedCause, Phrase, Report, Stage } from '@mongowhy/core'

import { differencesOf } from './compare.ts'
import type { Difference } from './compare.ts'

/** One of the two reports, and what people call it: its file. */
export interface Side {
  readonly name: string
  readonly report: Report
}

/** What two reports say differently, and what that says. */
export interface Diff {
  readonly a: Side
  readonly b: Side
  readonly differences: readonly Difference[]
  /** The first difference that matters, in the order in which a connection meets them; null: there is none. */
  readonly first: Difference | null
  readonly headline: Phrase
  /** Said where the two have no server in common, which may be all that there is to it. */
  readonly apart: Phrase | null
  /** The causes that one side has and the other has not, and the differences that bear on them. */
  readonly causes: readonly DifferingCause[]
}

export interface DifferingCause {
  readonly side: 'a' | 'b'
  readonly cause: NamedCause
  /** Conditions that differ and may have brought it about; empty: none that could be seen from here. */
  readonly bears: readonly Difference[]
  readonly says: Phrase
}

/** Compares two reports. Pure. */
export function diffOf(a: Side, b: Side): Diff {
  const differences = differencesOf(a.report, b.report)
  const matters = differences.filter(({ weight }) => weight === 'matters')
  const causes = [...causesOf('a', a, b, differences), ...causesOf('b', b, a, differences)]
  return {
    a,
    b,
    differences,
    first: matters[0] ?? null,
    headline: headline(a, b, matters),
    apart: apart(a, b),
    causes,
  }
}

/** The servers that a run was given. */
function seedsOf({ report }: Side): readonly string[] {
  const hosts = firstSeen(report.evidence, 'uri.parse')?.saw.hosts ?? []
  return hosts.map(({ host, port }) => `${host.toLowerCase()}:${port ?? 27_017}`)
}

function apart(a: Side, b: Side): Phrase | null {
  const [one, other] = [seedsOf(a), seedsOf(b)]
  if (one.length === 0 || other.length === 0 || one.some((seed) => other.includes(seed))) return null
  return says`They were aimed at different servers: ${one.slice(0, 2).join(', ')} in ${a.name}, ${other.slice(0, 2).join(', ')} in ${b.name}. If these are not the same deployment by other names, that alone explains what follows.`
}

function headline(a: Side, b: Side, matters: readonly Difference[]): Phrase {
  const one = a.report.verdict
  const other = b.report.verdict
  const count =
    matters.length === 1 ? says`one difference that matters` : says`${matters.length} differences that matter`
  const tail =
    matters.length === 0
      ? says`; nothing that matters differs.`
      : together(says`;`, count, says`, the first in ${matters[0]?.stage ?? ''}.`)
  if (one.outcome === 'healthy' && other.outcome === 'healthy') return together(says`Both work`, tail)
  const [first] = matters
  const begins = first === undefined ? says`.` : says`; they part in ${first.stage} (${first.name}).`
  if (one.outcome === 'healthy') return together(says`${a.name} works, ${b.name} does not`, begins)
  if (other.outcome === 'healthy') return together(says`${b.name} works, ${a.name} does not`, begins)
  if (one.primary !== null && one.primary.code === other.primary?.code)
    return together(says`Both fail by the same cause, ${one.primary.code}`, tail)
  return together(says`Neither works, and not for the same reason`, tail)
}

/** What stands under a cause's stage as a condition of it: what was given, found or presented, not what came of it. */
const conditions: Readonly<Record<Stage, RegExp>> = {
  uri: /^uri\./,
  env: /^(?:uri|env)\./,
  dns: /^(?:uri\.(?:hosts|scheme|option\.srv)|env\.(?:resolvers|search|hosts|container)|dns\.answer(?!.*\.order$))/,
  tcp: /^(?:uri\.(?:hosts|option\.proxy)|env\.(?:container|hosts|families|egress)|dns\.answer|tcp\.addresses)/,
  proxy: /^(?:uri\.option\.proxy|env\.proxies|dns\.answer)/,
  tls: /^(?:uri\.(?:hosts|option\.tls)|env\.(?:trust$|clock|file|node|openssl|hosts)|dns\.answer|tcp\.addresses|tls\.(?:leaf|chain|version|client|offered))/,
  wire: /^(?:uri\.(?:hosts|option\.tls$)|dns\.answer|tcp\.addresses|tls\.leaf|wire\.(?:version|product))/,
  topology: /^(?:uri\.(?:hosts|option\.(?:replicaSet|directConnection|loadBalanced))|topology\.)/,
  auth: /^(?:uri\.(?:hosts|user|password|database|option\.auth)|wire\.version)/,
  authz: /^(?:uri\.(?:hosts|user|database|option\.auth)|authz\.)/,
  ops: /^(?:uri|wire|topology|authz)\b/,
  atlas: /^uri\./,
  server: /^wire\./,
  client: /^(?:uri|env)\./,
}

function causesOf(
  side: 'a' | 'b',
  own: Side,
  other: Side,
  differences: readonly Difference[],
): readonly DifferingCause[] {
  const cause = own.report.verdict.primary
  if (cause === null || cause.code === other.report.verdict.primary?.code) return []
  const earlier = differences.filter(
    ({ stage, weight, key }) =>
      (weight === 'matters' || weight === 'context') &&
      stageOrder(stage) <= stageOrder(cause.stage) &&
      conditions[cause.stage].test(key),
  )
  const before = differences.some(
    ({ stage, weight }) => weight === 'matters' && stageOrder(stage) < stageOrder(cause.stage),
  )
  return [{ side, cause, bears: earlier, says: bearing(own, cause, earlier, before) }]
}

const elsewhere: Phrase = says`the address that the server sees, a rule on the way or at the server, or its state at that moment.`

const unseen: Readonly<Partial<Record<Stage, Phrase>>> = {
  dns: says`what the zone held at that moment, or what the resolver kept of it.`,
  auth: says`the password that was given, or the user as the server has it.`,
  authz: says`the roles that the user has on that server.`,
  topology: says`the state of the set at that moment.`,
  ops: says`the state of the server at that moment.`,
}

function bearing(own: Side, cause: NamedCause, bears: readonly Difference[], before: boolean): Phrase {
  // What is no cause by itself is named where nothing else differs.
  const matter = bears.filter(({ weight }) => weight === 'matters')
  const names = [...new Set((matter.length > 0 ? matter : bears).map(({ name }) => name))].slice(0, 4)
  if (bears.some(({ key }) => key.startsWith('uri.option.tlsAllowInvalid'))) {
    return says`Of what differs, this bears on it: ${names.join('; ')}. That the other does not check is no remedy: it would send the password to whoever answers.`
  }
  return names.length > 0
    ? says`Of what differs, this bears on it: ${names.join('; ')}.`
    : together(
        before
          ? says`What differs before that is not known to bear on it.`
          : says`Up to there both runs saw the same.`,
        says`What brings it about in ${own.name} lies where neither run can see it (stage ${cause.stage}):`,
        unseen[cause.stage] ?? elsewhere,
      )
}
