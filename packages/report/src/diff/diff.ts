import { says, stageOrder, together } from '@mongowhy/core'
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
  return { a, b, differences, first: matters[0] ?? null, headline: headline(a, b, matters), causes }
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
  if (one.outcome === 'healthy') return says`${a.name} works, ${b.name} does not.`
  if (other.outcome === 'healthy') return says`${b.name} works, ${a.name} does not.`
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
  auth: /^(?:uri\.(?:user|password|database|option\.auth)|wire\.version)/,
  authz: /^(?:uri\.(?:user|database|option\.auth)|authz\.)/,
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
        says`What brings it about in ${own.name} lies where neither run can see it (stage ${cause.stage}): the address that the server sees, a rule on the way or at the server, or its state at that moment.`,
      )
}
