import { expect, test } from 'vitest'

import { Secret, defaultOptions } from '@mongowhy/core'
import { canary } from '@mongowhy/causes/faults'
import { diagnose } from '@mongowhy/diagnose'

import { healthyVariations } from './healthy-variations.ts'

test.each(healthyVariations.map((each) => [each.name, each] as const))('healthy: %s', async (_, each) => {
  const started = await each.start()
  try {
    const target = { uri: new Secret(started.uri), source: 'argument' }
    const report = await diagnose(target, { ...defaultOptions, ...started.options })
    expect(report.verdict.primary).toBeNull()
    expect(report.verdict.outcome).toBe('healthy')
    expect(report.verdict.disagreement).toBeNull()
    expect(JSON.stringify(report)).not.toContain(canary)
  } finally {
    await started.stop()
  }
})
