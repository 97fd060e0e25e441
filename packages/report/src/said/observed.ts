import { endpointsOf, firstSeen, looksOf, says, seenBy } from '@mongowhy/core'
import type { LookId, Phrase, Report, SeenLook } from '@mongowhy/core'

import type { Run } from '../support/support-case.ts'

type Handshake = SeenLook<'tls.handshake'>

/** What the evidence of all runs says about what people speak of. */
export interface Observed {
  readonly runs: readonly Run[]
  /** The last run that did not work; null: all did. */
  readonly failing: Report | null
  /** The last run that did; null: none. */
  readonly working: Report | null
  /** Handshakes of the failing run that ended before any certificate was seen. */
  readonly refusedEarly: readonly Handshake[]
  /** Handshakes of the failing run whose chain does not verify. */
  readonly untrusted: readonly Handshake[]
  /** Handshakes of the failing run that showed a chain that verifies. */
  readonly trusted: readonly Handshake[]
  /** Relaxed handshakes that the failing run tried, in turn with strict ones: how many were refused as early. */
  readonly relaxedTrials: { readonly refused: number; readonly of: number; readonly first: Handshake } | null
  /** Handshakes of the working run that the strict judge accepts. */
  readonly strictInWorking: readonly Handshake[]
}

export function observe(runs: readonly Run[]): Observed {
  const failing = runs.findLast(({ report }) => report.verdict.outcome !== 'healthy')?.report ?? null
  const working = runs.findLast(({ report }) => report.verdict.outcome === 'healthy')?.report ?? null
  const own = failing === null ? [] : seenBy(failing.evidence, 'tls.handshake')
  return {
    runs,
    failing,
    working,
    refusedEarly: own.filter(refusedEarly),
    untrusted: own.filter((look) => verified(look) === false),
    trusted: own.filter((look) => verified(look) === true),
    relaxedTrials: failing === null ? null : relaxedTrials(failing),
    strictInWorking:
      working === null
        ? []
        : seenBy(working.evidence, 'tls.handshake').filter((look) => verified(look) === true),
  }
}

/** Whether the driver's store accepts the chain; null where none was shown. */
function verified({ saw }: Handshake): boolean | null {
  const own = saw.verifications.find(({ store }) => store === 'driver')
  return own === undefined || saw.chain.length === 0 ? null : own.trusted
}

/** Every handshake of a run that was seen, those of experiments among them. */
export function handshakesOf({ evidence }: Report): readonly Handshake[] {
  return evidence.looks.filter(
    (look): look is Handshake => look.ask.probe === 'tls.handshake' && look.status === 'seen',
  )
}

/** Whether both were refused before a certificate had come, and in the same words. */
export function refusedAlike(one: Handshake, other: Handshake): boolean {
  const alert = ({ saw }: Handshake): number | null =>
    saw.alerts.find(({ direction }) => direction === 'received')?.number ?? null
  return (
    refusedEarly(one) &&
    refusedEarly(other) &&
    one.saw.outcome.is === other.saw.outcome.is &&
    alert(one) === alert(other)
  )
}

/** The peer ended it, or answered with an alert, and no certificate had come. */
function refusedEarly({ saw }: Handshake): boolean {
  if (saw.chain.length > 0) return false
  const alert = saw.alerts.find(({ direction }) => direction === 'received')
  return (
    saw.outcome.is === 'closed' ||
    saw.outcome.is === 'reset' ||
    (saw.outcome.is === 'alert' && alert !== undefined)
  )
}

function relaxedTrials(report: Report): Observed['relaxedTrials'] {
  const relaxed = handshakesOf(report).filter(
    ({ ask }) => ask.trial?.experiment === 'relaxed' && ask.vary.verify !== 'strict',
  )
  const [first] = relaxed
  return first === undefined
    ? null
    : { refused: relaxed.filter(refusedEarly).length, of: relaxed.length, first }
}

/** The working run by the name of its file, or by its time. */
export function nameOfWorking({ runs, working }: Observed): string {
  return runs.find(({ report }) => report === working)?.file ?? working?.evidence.takenAt ?? ''
}

/** A look of the working run, where it can be looked up in the report: beside a failing run its ids mean other looks. */
export function ofWorking(
  { failing }: Observed,
  look: SeenLook<'tls.handshake'> | SeenLook<'auth.login'>,
): readonly LookId[] {
  return failing === null ? [look.id] : []
}

/** How a handshake ended, and how soon. */
export function endingOf({ saw }: Handshake): Phrase {
  const alert = saw.alerts.find(({ direction }) => direction === 'received')
  return alert === undefined
    ? says`ended the connection (${saw.outcome.is}), ${saw.bytesRead} bytes read`
    : says`answered with alert ${alert.number} (${alert.name}) after ${Math.round(alert.at)} ms`
}

/** Servers that accept TCP connections, and all that were tried. */
export function tcpOf({ evidence }: Report): {
  readonly open: number
  readonly all: number
  readonly look: LookId | null
} {
  const looks = seenBy(evidence, 'tcp.connect')
  const all = new Set(looks.map(({ ask }) => ask.endpoint))
  const open = new Set(looks.filter(({ saw }) => saw.outcome.is === 'open').map(({ ask }) => ask.endpoint))
  return { open: open.size, all: all.size, look: looks[0]?.id ?? null }
}

/** Whether the failing run came as far as the login, and what came of it. */
export function loginOf({ evidence }: Report): SeenLook<'auth.login'> | undefined {
  return firstSeen(evidence, 'auth.login')
}

export function reachedServers({ evidence }: Report): boolean {
  return (
    endpointsOf(evidence).length > 0 &&
    looksOf(evidence, 'wire.hello').some((look) => look.status === 'seen' && look.saw.outcome.is === 'reply')
  )
}
