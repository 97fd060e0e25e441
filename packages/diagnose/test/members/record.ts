import { Secret, defaultOptions } from '@mongowhy/core'
import type { DiagnoseOptions, Report } from '@mongowhy/core'
import { diagnose } from '@mongowhy/diagnose'

import type { MemberFault } from './member-faults.ts'
import { startSet } from './place.ts'

/** Starts a set whose members have these faults, so far away each, and diagnoses it. */
export async function diagnosed(
  faults: readonly (MemberFault | null)[],
  options: Partial<DiagnoseOptions> = {},
  delayMs = 0,
): Promise<Report> {
  const started = await startSet(faults, delayMs)
  try {
    const target = { uri: new Secret(started.uri), source: 'argument' }
    return await diagnose(target, { ...defaultOptions, ...started.options, ...options })
  } finally {
    await started.stop()
  }
}

// Most of a diagnosis is waiting; more of them at once would only wait for the processor.
const sideBySide = 4

/** Does the same to each, some at a time, in order. */
export async function each<T, R>(items: readonly T[], act: (item: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = []
  let next = 0
  const work = async (): Promise<void> => {
    for (let index = next++; index < items.length; index = next++) {
      const item = items[index]
      if (item !== undefined) results[index] = await act(item)
    }
  }
  await Promise.all(Array.from({ length: sideBySide }, work))
  return results
}
