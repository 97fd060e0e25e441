import { listed, says, together } from '@mongowhy/core'
import type { Phrase, Report } from '@mongowhy/core'

import { diffOf } from '../diff/diff.ts'

import { sameHello } from './checks/tls.ts'
import type { Change } from './claims.ts'
import type { TimedEvent } from './events.ts'
import type { Observed } from './observed.ts'

/** What can be said of the step from a try that failed to the next that worked. */
export interface Between {
  readonly from: TimedEvent
  readonly to: TimedEvent
  readonly conclusive: boolean
  readonly title: Phrase
  readonly text: readonly Phrase[]
}

const named: Readonly<Record<Change, string>> = {
  relaxed: 'the relaxed options',
  'time-outs': 'the time-outs',
  pool: 'the settings of the pool and of retries',
  'tls-version': 'the TLS version',
  cipher: 'the cipher suites',
  library: 'the runtime or its TLS library',
  certificates: 'the certificate store',
  'access-list': 'the access list',
  network: 'the network',
  cluster: 'the state of the cluster',
  credentials: 'the credentials',
  address: 'the address',
}

// What a server that refuses before its certificate has already seen of a client, and what it decides by.
const decideEarly: ReadonlySet<Change> = new Set([
  'access-list',
  'network',
  'address',
  'cluster',
  'tls-version',
  'cipher',
  'library',
])
const decideTrust: ReadonlySet<Change> = new Set(['relaxed', 'certificates', 'library'])
const decideReach: ReadonlySet<Change> = new Set(['access-list', 'network', 'address', 'cluster'])

/** The first step from failing to working, and what of all that changed there can explain it; null: there is no such step. */
export function between(events: readonly TimedEvent[], observed: Observed): Between | null {
  const worked = events.findIndex(
    ({ result }, index) =>
      result === 'worked' && events.slice(0, index).some((before) => before.result === 'failed'),
  )
  const to = events[worked]
  const failed = events.slice(0, worked).findLastIndex(({ result }) => result === 'failed')
  const from = events[failed]
  if (to === undefined || from === undefined) return null
  const changes = [
    ...new Set([
      ...events.slice(failed + 1, worked).flatMap(({ changes: each }) => each),
      ...to.changes.filter((each) => !from.changes.includes(each)),
    ]),
  ]
  const able = ableTo(observed)
  const can = changes.filter((change) => able.has(change))
  const cannot = changes.filter((change) => !able.has(change))
  if (changes.length === 0 && from.report !== null && to.report !== null) {
    return ofRuns(from, to, from.report, to.report)
  }
  const again = events.slice(worked + 1).find((event) => event.result === 'failed' && alike(event, to))
  if (again !== undefined) return comesAndGoes(from, to, again)
  if (cannot.includes('relaxed')) return inconclusive(from, to, can, cannot, observed)
  return {
    from,
    to,
    conclusive: can.length === 1 && cannot.length === 0,
    title:
      can.length === 0
        ? says`Between the tries nothing is known to have changed that could explain it`
        : together(says`Between the tries changed, and could explain it:`, names(can)),
    text: [
      ...(cannot.length === 0 ? [] : [together(says`Cannot explain it:`, names(cannot), says`.`)]),
      can.length > 1
        ? says`More than one thing changed at once, so that none of them is proven.`
        : can.length === 0
          ? elsewhere
          : says`It was not tried the other way round; a controlled change would prove it.`,
    ],
  }
}

function alike(one: TimedEvent, other: TimedEvent): boolean {
  return one.by === 'said' && one.what.toLowerCase() === other.what.toLowerCase()
}

/** What worked once failed again, and nothing says that it was done in another way. */
function comesAndGoes(from: TimedEvent, to: TimedEvent, again: TimedEvent): Between {
  return {
    from,
    to,
    conclusive: false,
    title: says`Inconclusive between tries: the same try worked and failed again`,
    text: [
      says`${to.place} worked, and ${again.place}, the same, failed later. What comes and goes is not explained by what was switched between two tries.`,
      says`What settles it: mongowhy with --repeat 20, which tries again and again in turn with its control and counts.`,
    ],
  }
}

/** Two runs, and nothing told of what lies between: what differs in them speaks. */
function ofRuns(from: TimedEvent, to: TimedEvent, failed: Report, worked: Report): Between {
  const { causes } = diffOf({ name: from.place, report: failed }, { name: to.place, report: worked })
  const [cause] = causes
  return {
    from,
    to,
    conclusive: false,
    title: says`${from.place} failed, ${to.place} works`,
    text: cause === undefined ? [elsewhere] : [cause.says],
  }
}

function ableTo({ refusedEarly, untrusted, failing }: Observed): ReadonlySet<Change> {
  if (refusedEarly.length > 0) return decideEarly
  if (untrusted.length > 0) return decideTrust
  const stage = failing?.verdict.primary?.stage
  return stage === 'auth' || stage === 'authz' ? new Set(['credentials']) : decideReach
}

const elsewhere: Phrase = says`Something did: most often the address that the server sees, its access list, or the state of the cluster.`

/** Relaxed options are given the credit, and cannot have it. */
function inconclusive(
  from: TimedEvent,
  to: TimedEvent,
  can: readonly Change[],
  cannot: readonly Change[],
  { relaxedTrials, strictInWorking }: Observed,
): Between {
  const others = cannot.filter((change) => change !== 'relaxed')
  return {
    from,
    to,
    conclusive: false,
    title: says`Inconclusive between tries: the relaxed options cannot explain the change`,
    text: [
      sameHello,
      ...(relaxedTrials !== null && relaxedTrials.refused === relaxedTrials.of
        ? [
            says`Measured: in the run that failed, ${relaxedTrials.of} of ${relaxedTrials.of} relaxed handshakes were refused just as the strict ones.`,
          ]
        : []),
      ...(strictInWorking.length > 0
        ? [
            says`Measured: in the run that works, the chain verifies by the strict rules too. The relaxed options can be taken out.`,
          ]
        : []),
      can.length === 0
        ? together(says`Nothing else is known to have changed between the two.`, elsewhere)
        : together(
            says`Between the two also changed:`,
            names(can),
            says`, which would be enough to explain it. It was not tried apart from the relaxed options, so it is not proven either.`,
          ),
      ...(others.length === 0
        ? []
        : [together(says`Changed as well, and cannot explain it:`, names(others), says`.`)]),
      says`What settles it: run once more with strict options. If that works, the relaxed ones were never needed.`,
    ],
  }
}

function names(changes: readonly Change[]): Phrase {
  return listed(changes.map((change) => named[change]))
}
