import { firstSeen, formatDuration, looksOf, says, seenBy, together } from '@mongowhy/core'
import type { Evidence, NamedCause, Phrase, Report, Stage } from '@mongowhy/core'

import { points } from '../blocks.ts'
import type { Section } from '../blocks.ts'
import { subjectOf } from '../support-case.ts'
import type { SupportCase } from '../support-case.ts'

/** What can and cannot be done with the target, as far as it was measured. */
export function impactSection(given: SupportCase): Section {
  const report = subjectOf(given)
  return {
    id: 'impact',
    title: 'Impact',
    blocks: points([usable(report), ...servers(report), ...session(report.evidence), ...waiting(report)]),
  }
}

function usable({ verdict, evidence }: Report): Phrase {
  const driver = firstSeen(evidence, 'driver.connect')?.saw.outcome.is
  if (verdict.outcome === 'healthy') {
    return evidence.options.offline
      ? says`Nothing that can be checked without the network keeps the target from being used.`
      : says`The target can be used: the official driver connected and read.`
  }
  if (driver === 'connected') return says`The official driver connects; what fails comes after that.`
  if (driver === 'failed')
    return says`No operation succeeds: the official driver, with the same options, cannot connect.`
  if (driver === 'cut-short')
    return says`The official driver, with the same options, had not connected when its attempt was cut short.`
  return verdict.outcome === 'explained'
    ? says`No operation is expected to succeed from here: what fails comes before the first one.`
    : says`Whether operations succeed was not established.`
}

function servers({ stages }: Report): readonly Phrase[] {
  const all = new Set(stages.flatMap(({ endpoint }) => endpoint ?? []))
  if (all.size === 0) return []
  const answered = new Set(
    stages.flatMap(({ stage, status, endpoint }) =>
      stage === 'wire' && status === 'ok' ? (endpoint ?? []) : [],
    ),
  )
  const open = new Set(
    stages.flatMap(({ stage, status, endpoint }) =>
      stage === 'tcp' && status !== 'failed' && status !== 'skipped' ? (endpoint ?? []) : [],
    ),
  )
  if (all.size === 1) {
    const tcp =
      open.size === 1 ? says`The server accepts TCP connections` : says`The server accepts no TCP connection`
    return [
      together(
        tcp,
        answered.size === 1 ? says`and answers as MongoDB does.` : says`and does not answer as MongoDB does.`,
      ),
    ]
  }
  return [
    says`Of ${all.size} servers, ${open.size} accept TCP connections and ${answered.size} answer as MongoDB does.`,
  ]
}

function session(evidence: Evidence): readonly Phrase[] {
  const login = firstSeen(evidence, 'auth.login')?.saw.outcome.is
  const done = seenBy(evidence, 'ops.run').filter(({ saw }) => saw.outcome.is === 'done')
  const failed = seenBy(evidence, 'ops.run').filter(({ saw }) => saw.outcome.is === 'failed')
  const names = (looks: typeof done): string => looks.map(({ saw }) => saw.operation).join(', ')
  return [
    ...(login === 'logged-in'
      ? [says`The login works.`]
      : login === 'rejected'
        ? [says`The login is rejected.`]
        : []),
    ...(done.length === 0 ? [] : [says`Operations that were tried and work: ${names(done)}.`]),
    ...(failed.length === 0 ? [] : [says`Operations that were tried and fail: ${names(failed)}.`]),
  ]
}

// What fails here keeps a driver looking for a server; a string that it refuses and a login that is rejected are told at once.
const waitedFor: ReadonlySet<Stage> = new Set(['tcp', 'proxy', 'tls', 'wire', 'topology', 'atlas'])

/** A name that no server is found by is looked up again and again; SRV and TXT are asked for once. */
function waitsForName({ code, stage }: NamedCause): boolean {
  return stage === 'dns' && (!/^dns-(?:srv|txt)-/.test(code) || code === 'dns-srv-target-missing')
}

/** The time for which an application hangs before it sees anything is part of the damage. */
function waiting({ verdict, evidence }: Report): readonly Phrase[] {
  const options = firstSeen(evidence, 'uri.parse')?.saw.effective
  if (verdict.outcome === 'healthy' || options === undefined) return []
  const driver = looksOf(evidence, 'driver.connect')[0]
  if (driver?.status === 'seen' && driver.saw.outcome.is === 'failed' && driver.saw.outcome.phase === 'login')
    return [
      says`An application gets the error with its first operation: the driver had it after ${formatDuration(driver.tookMs)}.`,
    ]
  if (verdict.primary !== null && !waitedFor.has(verdict.primary.stage) && !waitsForName(verdict.primary))
    return []
  return [
    says`An application waits up to ${formatDuration(options.serverSelectionTimeoutMS)} (${'serverSelectionTimeoutMS'}) for each operation before it gets an error.`,
  ]
}
