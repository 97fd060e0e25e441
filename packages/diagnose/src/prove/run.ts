import { changeKey, changesLogin, compareCertainty, seenBy } from '@mongowhy/core'
import type { Cause, Evidence, Finding } from '@mongowhy/core'
import type { ApproachSettings, ProbeContext } from '@mongowhy/probes'

import { byWeight } from '../blocking.ts'
import { boundsOf } from '../experiments/bounds.ts'
import { runPlan } from '../experiments/run.ts'
import { apart, grouped, withoutRefined } from '../group.ts'
import { presentOf } from '../infer.ts'
import type { PresentFinding } from '../infer.ts'
import type { EvidenceNow } from '../investigate.ts'
import type { Session } from '../session.ts'
import { methodFor } from './method.ts'
import type { Method } from './method.ts'
import { proofOf } from './proof.ts'

// Of several causes that are possible, the first few are worth an attempt; each costs a connection to every member.
const mostChanges = 4
// With --prove: the driver's own attempt and two more. Servers that lock accounts do so at three to ten.
const mostFailedLogins = 3
// For one attempt of the driver by default; with --prove it has the bound of a step.
const safeAttemptMs = 1_200

/** Tries the smallest changes that the causes predict to help. Resolves to whether any was tried. */
export async function prove(
  ctx: ProbeContext,
  settings: ApproachSettings,
  causes: readonly Cause[],
  findings: readonly Finding[],
  session: Session,
  now: EvidenceNow,
): Promise<boolean> {
  const { prove: mode, stageTimeoutMs } = ctx.options
  let tried = 0
  const seen = new Set<string>()
  for (const finding of worthProving(causes, findings, now(), mode)) {
    const method = methodFor(finding, now())
    if (method === null || finding.remedy === null) continue
    const place = method.by === 'driver' ? '' : method.at
    const key = `${changeKey(finding.remedy)} ${place}`
    if (seen.has(key) || ctx.signal.aborted) continue
    if (method.by === 'driver' && !mayLogIn(method, now(), mode)) continue
    const bounds = boundsOf(now(), ctx.recorder.now())
    const leftMs = mode === 'asked' ? stageTimeoutMs : bounds.until - ctx.recorder.now()
    if (leftMs <= 0 || tried === mostChanges) break
    seen.add(key)
    tried += 1
    if (method.by === 'trial') {
      const late = AbortSignal.timeout(Math.ceil(leftMs))
      const bounded = { ...ctx, signal: AbortSignal.any([ctx.signal, late]) }
      await runPlan(bounded, settings, method, now, bounds)
    } else {
      await session.attempt(method.change, mode === 'asked' ? leftMs : Math.min(leftMs, safeAttemptMs))
    }
  }
  return tried > 0
}

/** Root causes with a remedy, the weightiest first; by default only what is not certain yet. */
function worthProving(
  causes: readonly Cause[],
  findings: readonly Finding[],
  evidence: Evidence,
  mode: 'asked' | 'safe' | 'off',
): readonly PresentFinding[] {
  if (mode === 'off') return []
  const byCode = new Map(causes.map((cause) => [cause.code, cause]))
  const { roots } = apart(withoutRefined(presentOf(findings), byCode), byCode)
  return [...grouped(roots)]
    .filter(({ bearing }) => bearing === 'fault')
    .toSorted(byWeight(evidence))
    .flatMap((group) => [...group.findings])
    .filter((finding) => finding.remedy !== null && proofOf(finding, evidence) === null)
    .filter(({ certainty }) => mode === 'asked' || compareCertainty(certainty, 'certain') < 0)
}

/** Whether an attempt may be made, given the logins that failed so far and that it may fail as well. */
function mayLogIn(
  { change }: Extract<Method, { readonly by: 'driver' }>,
  evidence: Evidence,
  mode: 'asked' | 'safe' | 'off',
): boolean {
  const failed = failedLogins(evidence)
  if (mode === 'asked') return failed < mostFailedLogins
  return failed === 0 && !changesLogin(change)
}

/** Logins of this run that the server refused. */
export function failedLogins(evidence: Evidence): number {
  const own = seenBy(evidence, 'auth.login').filter(({ saw }) => saw.outcome.is === 'rejected')
  const tries = seenBy(evidence, 'driver.try').filter(
    ({ saw }) => saw.outcome.is === 'failed' && saw.outcome.phase === 'login',
  )
  return own.length + tries.length
}
