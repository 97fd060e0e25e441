import { cite, defineExperiment, says, timesOf, trialsAt, variationOf } from '@mongowhy/core'
import type { Arm, Citation, Endpoint, Evidence, Experiment, TlsSighting, Trials } from '@mongowhy/core'

import { endedLate } from '../closing.ts'
import { handshakes } from '../deployment.ts'
import { answeredIn, refusal, refusalBeforeCertificate, sawNoCertificate, wantsTls } from '../tls.ts'
import type { HandshakeLook } from '../tls.ts'

/** A name that no server has (RFC 6761). */
export const foreignName = 'no-such-host.invalid'

/**
 * What a server that refuses before it shows a certificate makes of the name in the hello and of the TLS version: its
 * own name, none, and one that nobody has, each in TLS 1.2 and in TLS 1.3.
 */
export const serverNameExperiment: Experiment = defineExperiment({
  name: 'server-name',
  probe: 'tls.handshake',
  plan(evidence, at) {
    const look = wantsTls(evidence) !== true ? undefined : refusedHandshake(evidence, at)
    if (look === undefined) return null
    const { address, servername } = look.saw
    // A certificate is all that is waited for, whoever it is from; nothing is said to its holder.
    const control = { address, verify: 'none' } as const
    const names = [
      ...(servername === null ? [] : [['its name', {}] as const]),
      ['no name', { servername: null }] as const,
      ['another name', { servername: foreignName }] as const,
    ]
    return {
      control,
      variations: names.flatMap(([name, vary]) => [
        { variant: `${name}, TLS 1.2`, vary: { ...control, ...vary, maxVersion: 'TLSv1.2' } as const },
        { variant: `${name}, TLS 1.3`, vary: { ...control, ...vary, minVersion: 'TLSv1.3' } as const },
      ]),
    }
  },
  label: labelOf,
})

/** The driver's handshake that was refused before a certificate by a peer that does not answer without TLS. */
export function refusedHandshake(evidence: Evidence, at: Endpoint): HandshakeLook | undefined {
  return handshakes(evidence, at).find((look) => {
    const { saw } = look
    // What waited for somebody else did not judge the hello, and every trial would wait as well.
    if (endedLate(evidence, look)) return false
    if (!sawNoCertificate(saw) || answeredIn(evidence, at, 'plain', saw.address) !== undefined) return false
    const { is } = saw.outcome
    return refusalBeforeCertificate(saw) !== undefined || is === 'closed' || is === 'reset'
  })
}

/** `certificate`, `alert 80`, `closed`, …: how far a hello got. */
export function labelOf(saw: TlsSighting): string {
  // What our own library gave up on, though it saw a certificate, was let through by neither side.
  if (saw.outcome.is === 'local-failure') return `given up here (${saw.outcome.code})`
  if (!sawNoCertificate(saw)) return 'certificate'
  const alert = refusal(saw)
  return alert === undefined ? saw.outcome.is : `alert ${alert.number}`
}

/** What the name and the version turned out to have to do with a refusal. */
export interface NameFindings {
  readonly trials: Trials
  /** Every hello was refused in the same way, as often as it was tried. */
  readonly indifferent: boolean
  /** Hellos without a name, or with a foreign one, get a certificate where the server's own name gets none. */
  readonly passesWithout: Arm | null
  readonly passesWithOther: Arm | null
  /** The same name passes in one version and not in the other. */
  readonly passesIn: Arm | null
  /** The same hello was refused at one time and let through at another. */
  readonly unsteady: readonly Arm[]
}

/** Reads the experiment; null where it was not made, or has no result yet. */
export function nameFindings(evidence: Evidence, at: Endpoint | null): NameFindings | null {
  const trials = trialsAt(evidence, serverNameExperiment, at)
  const { control, variations } = trials
  if (control.results.length < 2) return null
  const arms = [control, ...variations.filter(({ results }) => results.length > 0)]
  const passing = (name: string): Arm | null =>
    variations.find(
      ({ variant, steady }) => variant?.startsWith(`${name},`) === true && steady === 'certificate',
    ) ?? null
  const refusedAlways = control.steady !== null && control.steady !== 'certificate'
  const own = [variationOf(trials, 'its name, TLS 1.2'), variationOf(trials, 'its name, TLS 1.3')]
  const ownPasses = own.find(({ steady }) => steady === 'certificate') ?? null
  const ownRefused = own.some(({ steady }) => steady !== null && steady !== 'certificate')
  return {
    trials,
    indifferent: arms.length > 1 && refusedAlways && arms.every(({ steady }) => steady === control.steady),
    passesWithout: refusedAlways && ownPasses === null ? passing('no name') : null,
    passesWithOther: refusedAlways && ownPasses === null ? passing('another name') : null,
    passesIn: ownRefused ? ownPasses : null,
    unsteady: arms.filter(({ steady, results }) => steady === null && results.includes('certificate')),
  }
}

/** An arm's result as a citation: `told no name, TLS 1.2: alert 80, 2 of 2 times`. */
export function citeArm(arm: Arm): readonly Citation[] {
  const [look] = arm.looks
  if (look === undefined) return []
  const told = arm.variant === null ? 'the driver’s own hello' : `a hello with ${arm.variant}`
  const results = [...new Set(arm.results)]
    .map((result) => `${result} ${timesOf(arm, result)} times`)
    .join(', ')
  return [cite(look, says`${told}: ${results}`)]
}

/** Every arm in one sentence, cited from the control, for a refusal that nothing made a difference to. */
export function citeIndifference({ trials: { control, variations } }: NameFindings): readonly Citation[] {
  const [look] = control.looks
  if (look === undefined) return []
  const tries = [control, ...variations].reduce((sum, { results }) => sum + results.length, 0)
  return [
    cite(
      look,
      says`with its name, another name or none, in TLS 1.2 and in TLS 1.3, the answer was the same (${control.steady ?? ''}), ${tries} of ${tries} times`,
    ),
  ]
}
