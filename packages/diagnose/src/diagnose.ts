import { setMaxListeners } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'

import { parseTarget, seenBy, withOptions } from '@mongowhy/core'
import type { Cause, DiagnoseOptions, Evidence, Look, Report, Target, Verdict } from '@mongowhy/core'
import { Recorder } from '@mongowhy/probes'
import type { SharedWork } from '@mongowhy/probes'

import { evidenceOf } from './evidence.ts'
import { infer } from './infer.ts'
import { headStartMs, investigate } from './investigate.ts'
import { stageLines } from './stage-lines/index.ts'
import { judge } from './verdict.ts'

export interface DiagnoseHooks {
  /** Aborting it ends every look; the report then says what is known. */
  readonly signal?: AbortSignal
  /** Called when a look has ended, for progress. */
  readonly onLook?: (look: Look) => void
  /** The product's version, for the report. */
  readonly version?: string
  /** What this diagnosis has in common with others of the process. */
  readonly shared?: SharedWork
}

/**
 * Finds out why a target cannot be used. Resolves within `options.timeoutMs` and a little, with every socket closed;
 * never rejects for what the target, the network or a server does.
 */
export async function diagnose(
  target: Target,
  options: DiagnoseOptions,
  hooks: DiagnoseHooks = {},
): Promise<Report> {
  const takenAt = new Date().toISOString()
  const recorder = new Recorder(hooks.onLook)
  const parsed = withOptions(parseTarget(target.uri.reveal(), options.userNames), options)
  // Not `AbortSignal.any`: Node keeps a trace of each in the signals that it was made of, and the caller's may outlive
  // thousands of diagnoses.
  const stop = new AbortController()
  const { signal } = stop
  const interrupt = (): void => stop.abort(hooks.signal?.reason)
  if (hooks.signal?.aborted === true) interrupt()
  hooks.signal?.addEventListener('abort', interrupt, { once: true })
  const timer = setTimeout(
    () => stop.abort(new DOMException('the bound on the diagnosis', 'TimeoutError')),
    options.timeoutMs,
  )
  // Every look of every member waits for it, and a deployment may have many.
  setMaxListeners(0, signal)
  const now = (): Evidence => evidenceOf(recorder, options, target.source, takenAt)
  const rules = rulesOnceUnderWay()
  try {
    await investigate(
      {
        target: parsed,
        options,
        signal,
        recorder,
        ...(hooks.shared === undefined ? {} : { shared: hooks.shared }),
      },
      rules,
      now,
    )
  } finally {
    clearTimeout(timer)
    hooks.signal?.removeEventListener('abort', interrupt)
  }
  const evidence = now()
  const causes = await rules
  const verdict = judge(causes, infer(causes, evidence), evidence)
  return {
    tool: {
      name: 'mongowhy',
      version: hooks.version ?? '0.0.0',
      node: process.versions.node,
      openssl: process.versions.openssl,
      platform: `${process.platform} ${process.arch}`,
    },
    target: { uri: parsed.uri.redacted, source: target.source },
    verdict,
    stages: stageLines(evidence),
    evidence,
    timing: { totalMs: recorder.now(), criticalPathMs: criticalPath(verdict, evidence) },
    interrupted: hooks.signal?.aborted === true,
  }
}

/** Every cause, read while the first packets are under way: there is nothing to judge before an answer. */
async function rulesOnceUnderWay(): Promise<readonly Cause[]> {
  await delay(headStartMs)
  return (await import('@mongowhy/causes')).causes
}

/** When the last look ended that the verdict rests on; milliseconds since the diagnosis began. */
function criticalPath(verdict: Verdict, evidence: Evidence): number {
  const cited = new Set(verdict.primary?.because.map(({ look }) => look))
  const decisive =
    verdict.primary === null
      ? [...seenBy(evidence, 'driver.connect'), ...seenBy(evidence, 'ops.run')]
      : evidence.looks.filter((look) => cited.has(look.id))
  return decisive.reduce(
    (last, look) => Math.max(last, look.status === 'skipped' ? 0 : look.startedAt + look.tookMs),
    0,
  )
}
