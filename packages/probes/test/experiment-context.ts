import { defaultOptions, parseTarget, withOptions } from '@mongowhy/core'
import type { Ask, DiagnoseOptions, Look } from '@mongowhy/core'

import { Recorder, makeLook } from '../src/index.ts'
import type { ApproachSettings, ProbeContext } from '../src/index.ts'

export const plainSettings: ApproachSettings = {
  tls: false,
  loadBalanced: false,
  trust: { caFile: null, allowInvalidCertificates: false, allowInvalidHostnames: false },
  clientCertificate: null,
  proxy: null,
  mechanismsFor: null,
}

export const tlsSettings: ApproachSettings = { ...plainSettings, tls: true }

/** A context as `diagnose` makes it, for single looks. */
export function contextFor(uri: string, options: Partial<DiagnoseOptions> = {}): ProbeContext {
  const all = { ...defaultOptions, ...options }
  return {
    target: withOptions(parseTarget(uri), all),
    options: all,
    signal: new AbortController().signal,
    recorder: new Recorder(),
  }
}

/** Makes one look and gives it back. */
export async function lookFor<P extends Ask['probe']>(
  ctx: ProbeContext,
  settings: ApproachSettings,
  ask: Extract<Ask, { readonly probe: P }>,
  timeoutMs: number = 1_500,
): Promise<Extract<Look, { readonly ask: { readonly probe: P } }>> {
  await makeLook(ctx, settings, ask, timeoutMs)
  // The recorder gives looks in the order in which they began, and this one is the last.
  return ctx.recorder.looks().at(-1) as Extract<Look, { readonly ask: { readonly probe: P } }>
}
