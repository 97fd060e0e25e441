import { absent, cite, defineCause, firstSeen, says, unknown } from '@mongowhy/core'
import type { Cause, Citation, Evidence, Inference } from '@mongowhy/core'

import { defectsOf, storeVerdict } from '../kit/chain.ts'
import { latestSigned } from '../kit/clock.ts'
import { handshakes } from '../kit/deployment.ts'
import { answers } from '../kit/members.ts'
import type { Answer } from '../kit/members.ts'

interface Facts {
  readonly now: string
  /** What other clocks say; null: ours is implausible by itself. */
  readonly other: string | null
  readonly servers: number
  /** A log or an authority signed for a moment that by our clock is yet to come. */
  readonly signed: boolean
  readonly behind: boolean
  readonly certificates: boolean
}

// Signed requests (AWS) and Kerberos tickets bear five minutes; certificates hardly ever notice less.
const tolerableMs = 300_000
/** Clocks that are kept in time agree far better; a slow answer must not part them. */
const agreementMs = 60_000

/** How far a server's clock is ahead of ours, at the moment of its answer. Milliseconds. */
interface Skew {
  readonly answer: Answer
  readonly aheadMs: number
}

export const cause: Cause = defineCause<Facts>({
  code: 'env-clock-wrong',
  title: 'The clock of this machine is wrong',
  scope: 'target',
  explains: ['tls-certificate-expired', 'tls-certificate-not-yet-valid'],
  infer: (evidence) => {
    const machine = firstSeen(evidence, 'env.host')
    if (machine !== undefined && !machine.saw.clock.plausible) {
      const { now, reason } = machine.saw.clock
      const tripped = certificatesTrip(evidence, null)
      return {
        is: 'present',
        certainty: 'certain',
        bearing: tripped.length > 0 ? 'fault' : 'advisory',
        facts: {
          now,
          other: null,
          servers: 0,
          signed: false,
          behind: Date.parse(now) < Date.parse('2036-01-01T00:00:00Z'),
          certificates: tripped.length > 0,
        },
        because: [cite(machine, says`the clock says ${now}: ${reason ?? 'that cannot be'}`), ...tripped],
      }
    }
    return signedAhead(evidence) ?? comparedWith(evidence)
  },
  advise: ({ now, other, servers, signed, behind, certificates }) => ({
    title:
      other === null
        ? says`The clock of this machine says ${now}, which cannot be right`
        : signed
          ? says`The clock of this machine is behind: ${now} here, and something was signed at ${other}`
          : says`The clock of this machine is ${behind ? 'behind' : 'ahead'}: ${now} here, ${other} on ${servers === 1 ? 'the server' : `${servers} servers that agree`}`,
    explanation: says`${certificates ? 'By that time a certificate is not valid that is valid by the other clock, and so TLS fails.' : 'Certificates, and logins by AWS, OIDC or Kerberos, are judged by the clock.'} ${other === null || signed || servers > 1 ? 'It is this clock that is wrong.' : 'Two clocks do not say which of them is wrong: it may be the server that is.'}`,
    steps: [
      says`Set it, and keep it in time: timedatectl set-ntp true, or sudo chronyc makestep; on Windows w32tm /resync; on macOS sudo sntp -sS time.apple.com.`,
      says`A virtual machine or WSL loses time while it sleeps: sudo hwclock -s in WSL; restart Docker Desktop. A board without a battery starts in the past until it has a network.`,
      says`Do not switch the checks of certificates off: they are right.`,
    ],
    confirm: says`Compare date -u with a clock that you trust (a phone), here and on the server.`,
  }),
})

/** Somebody signed at a moment that is yet to come by our clock: then it is ours that is wrong, whatever servers say. */
function signedAhead(evidence: Evidence): Inference<Facts> | null {
  const signed = latestSigned(evidence)
  const now = Date.parse(evidence.takenAt)
  if (signed === null || Date.parse(signed.at) - now <= tolerableMs) return null
  const tripped = certificatesTrip(evidence, Date.parse(signed.at) - now)
  return {
    is: 'present',
    certainty: 'certain',
    bearing: tripped.length > 0 ? 'fault' : 'advisory',
    facts: {
      now: new Date(now).toISOString(),
      other: signed.at,
      servers: 0,
      signed: true,
      behind: true,
      certificates: tripped.length > 0,
    },
    because: [signed.says, ...tripped],
  }
}

function comparedWith(evidence: Evidence): Inference<Facts> {
  const skews = answers(evidence).flatMap((answer) => skewOf(evidence, answer))
  const near = skews.find(({ aheadMs }) => Math.abs(aheadMs) <= tolerableMs)
  if (near !== undefined) {
    return absent(cite(near.answer.look, says`the clock of ${near.answer.endpoint} agrees with ours`))
  }
  const [first, ...rest] = skews
  if (first === undefined) return unknown()
  // Servers that are at odds with each other too say nothing of us.
  if (rest.some(({ aheadMs }) => Math.abs(aheadMs - first.aheadMs) > agreementMs)) return unknown()
  const tripped = certificatesTrip(evidence, first.aheadMs)
  const ours = atAnswer(evidence, first.answer)
  // The authority that issued the certificate is a witness too: it did so at a time that by our clock is yet to come.
  const witnesses = skews.length + (first.aheadMs > 0 && tripped.length > 0 ? 1 : 0)
  return {
    is: 'present',
    certainty: witnesses > 1 ? 'likely' : 'possible',
    bearing: witnesses > 1 && tripped.length > 0 ? 'fault' : 'advisory',
    facts: {
      now: new Date(ours).toISOString(),
      other: first.answer.hello.localTime ?? '',
      servers: skews.length,
      signed: false,
      behind: first.aheadMs > 0,
      certificates: tripped.length > 0,
    },
    because: [
      cite(first.answer.look, said(first.answer, ours)),
      ...rest.map(({ answer }) => cite(answer.look, said(answer, atAnswer(evidence, answer)))),
      ...tripped,
    ],
  }
}

function said({ endpoint, hello }: Answer, ours: number): ReturnType<typeof says> {
  return says`${endpoint} says that it is ${hello.localTime ?? ''}, this machine ${new Date(ours).toISOString()}`
}

function atAnswer(evidence: Evidence, { look }: Answer): number {
  return Date.parse(evidence.takenAt) + look.startedAt + look.tookMs
}

function skewOf(evidence: Evidence, answer: Answer): readonly Skew[] {
  const theirs = Date.parse(answer.hello.localTime ?? '')
  return Number.isFinite(theirs) ? [{ answer, aheadMs: theirs - atAnswer(evidence, answer) }] : []
}

/** Certificates that fail by our clock and would not by one that is ahead by so much; null: by any other. */
function certificatesTrip(evidence: Evidence, aheadMs: number | null): readonly Citation[] {
  const now = Date.parse(evidence.takenAt)
  const fits = (date: string, wanted: 'before' | 'after'): boolean => {
    if (aheadMs === null) return true
    const by = now + aheadMs - Date.parse(date)
    return wanted === 'before' ? by < 0 : by >= 0
  }
  return handshakes(evidence, null).flatMap((look) => {
    const verification = storeVerdict(look, 'driver')
    if (verification === undefined) return []
    const early = defectsOf(verification, 'not-yet-valid').find(({ notBefore }) => fits(notBefore, 'after'))
    const late = defectsOf(verification, 'expired').find(({ notAfter }) => fits(notAfter, 'before'))
    if (early !== undefined)
      return [cite(look, says`a certificate of ${look.ask.endpoint ?? ''} is valid from ${early.notBefore}`)]
    return late === undefined
      ? []
      : [cite(look, says`a certificate of ${look.ask.endpoint ?? ''} is valid until ${late.notAfter}`)]
  })
}
