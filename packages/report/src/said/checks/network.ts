import { firstSeen, formatDuration, says, seenBy } from '@mongowhy/core'

import { contradicted, supported, unchecked } from '../checked.ts'
import type { Check } from '../checked.ts'
import { tcpOf } from '../observed.ts'
import type { Observed } from '../observed.ts'

/** `TCP works.` */
export function tcpWorks({ failing, working }: Observed): Check {
  const report = failing ?? working
  if (report === null) return unchecked(says`No connection was tried.`)
  const { open, all, look } = tcpOf(report)
  if (look === null) return unchecked(says`No connection was tried.`)
  return open === all
    ? supported(says`${open} of ${all} servers accept TCP connections.`, look)
    : contradicted(says`${open} of ${all} servers accept TCP connections.`, look)
}

/** `A firewall, or the network, is at fault.` */
export function networkAtFault(of: Observed): Check {
  const { failing } = of
  if (failing === null) return contradicted(says`Every run of this report got through.`)
  const { open, all, look } = tcpOf(failing)
  if (look === null) return unchecked(says`No connection was tried.`)
  if (open === all) {
    return contradicted(
      says`${open} of ${all} servers accept TCP connections and answer; a firewall that drops would not let them. One that looks into TLS is not excluded by that.`,
      look,
    )
  }
  const closed = seenBy(failing.evidence, 'tcp.connect').filter(({ saw }) => saw.outcome.is !== 'open')
  const [first] = closed
  // A refusal is an answer: of the server's own system mostly, and never of a firewall that drops.
  return closed.every(({ saw }) => saw.outcome.is === 'refused')
    ? unchecked(
        says`${open} of ${all} servers accept TCP connections, and the others refuse at once. That is how a port answers on which nothing listens; a firewall that rejects may look the same, one that drops does not.`,
        first?.id ?? look,
      )
    : supported(says`${open} of ${all} servers accept TCP connections.`, first?.id ?? look)
}

/** `Names resolve`, or `they do not`. */
export function dnsWorks({ failing, working }: Observed, claimed: boolean): Check {
  const report = failing ?? working
  const looks = report === null ? [] : seenBy(report.evidence, 'dns.query')
  const [first] = looks
  if (first === undefined) return unchecked(says`No name was looked up.`)
  const bad = looks.filter(({ saw }) => saw.outcome !== 'answer' && saw.outcome !== 'nodata')
  const fine = bad.length === 0
  const reason = fine
    ? says`Every name that was asked for was answered.`
    : says`${bad.length} of ${looks.length} questions to resolvers were not answered.`
  return fine === claimed
    ? supported(reason, (bad[0] ?? first).id)
    : contradicted(reason, (bad[0] ?? first).id)
}

/** `Time-outs are too short`, or `it is slow`. */
export function timeOuts({ failing }: Observed): Check {
  if (failing === null) return contradicted(says`Nothing in these runs waited in vain.`)
  const silent = failing.evidence.looks.find(
    (look) =>
      look.status === 'seen' &&
      'outcome' in look.saw &&
      typeof look.saw.outcome === 'object' &&
      'is' in look.saw.outcome &&
      look.saw.outcome.is === 'silent',
  )
  if (silent !== undefined)
    return supported(says`A peer stayed silent, so something waits until its bound.`, silent.id)
  const cited = failing.verdict.primary?.because[0]
  const look = failing.evidence.looks.find(({ id }) => id === cited?.look)
  if (look === undefined || look.status === 'skipped')
    return unchecked(says`Nothing that was seen tells of time-outs.`)
  return contradicted(
    says`The refusal came after ${formatDuration(look.tookMs)}: no bound was met, and a longer one changes nothing.`,
    look.id,
  )
}

/** `The address was put on the access list`, or `is missing on it`. */
export function accessList({ failing, refusedEarly }: Observed): Check {
  const [early] = refusedEarly
  const seen = failing === null ? undefined : firstSeen(failing.evidence, 'tcp.connect')
  return early === undefined
    ? unchecked(
        says`An access list cannot be seen from outside, and nothing here was refused as one refuses.`,
        ...(seen === undefined ? [] : [seen.id]),
      )
    : unchecked(
        says`An access list cannot be seen from outside. What was seen is how one refuses, and it is not the only thing that does.`,
        early.id,
      )
}

/** `Something opens TLS on the way.` */
export function tlsInspected({ failing }: Observed): Check {
  const primary = failing?.verdict.primary ?? null
  const look = primary?.because[0]?.look
  return primary !== null && look !== undefined && interception.has(primary.code)
    ? supported(says`That is how it looks from here: ${primary.code}.`, look)
    : unchecked(says`Nothing that was seen shows it; what lets everything through unchanged cannot be seen.`)
}

const interception: ReadonlySet<string> = new Set([
  'tls-intercepted',
  'tcp-reset-by-middlebox',
  'wire-inspected',
])
