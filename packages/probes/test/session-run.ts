import { defaultOptions, parseTarget, withOptions } from '@mongowhy/core'
import type { DiagnoseOptions, Look } from '@mongowhy/core'
import { Recorder, runSession } from '@mongowhy/probes'

/** The driver's attempt on a connection string, and everything that was seen of it. */
export async function ranSession(
  uri: string,
  options: Partial<DiagnoseOptions> = {},
): Promise<readonly Look[]> {
  const recorder = new Recorder()
  await runSession(
    {
      target: withOptions(parseTarget(uri), { ...defaultOptions, ...options }),
      options: { ...defaultOptions, stageTimeoutMs: 1_000, ...options },
      signal: AbortSignal.timeout(10_000),
      recorder,
    },
    {
      seeds: [],
      srv: false,
      txt: { authSource: null, replicaSet: null, loadBalanced: null },
      addressesOf: () => [],
      permittedBy: 'plain-by-request',
      signal: new AbortController().signal,
    },
  )
  return recorder.looks()
}
