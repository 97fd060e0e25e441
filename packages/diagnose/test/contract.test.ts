import { describe, expect, test } from 'vitest'

import { Secret, defaultOptions } from '@mongowhy/core'
import type { Report } from '@mongowhy/core'
import { causes, diagnose, infer, judge } from '@mongowhy/diagnose'
import { canary, faults } from '@mongowhy/causes/faults'
import type { Fault, StartedFault } from '@mongowhy/causes/faults'

import { leaksIn, writingsOf } from './writings.ts'

/** A bound on one step that silence can be waited for in, and that nothing that answers on loopback comes near. */
const stageTimeoutMs = 2_500

async function diagnosed(started: StartedFault): Promise<Report> {
  const target = { uri: new Secret(started.uri), source: 'argument' }
  return diagnose(target, { ...defaultOptions, stageTimeoutMs, ...started.options })
}

async function unavailable(fault: Fault): Promise<string | null> {
  return fault.unavailable === undefined ? null : fault.unavailable()
}

describe.each(faults.map((fault) => [fault.code, fault] as const))('%s', (code, fault) => {
  test('its fault is diagnosed as itself, and as nothing else', async (context) => {
    const reason = await unavailable(fault)
    if (reason !== null) return context.skip(reason)
    const started = await fault.start()
    try {
      const report = await diagnosed(started)
      const { verdict } = report
      const allowed = fault.alsoTrue ?? []
      if (fault.bearing === 'advisory') {
        expect(verdict.outcome).toBe('healthy')
        expect(verdict.advisories.map((each) => each.code)).toContain(code)
        expect(allowed).toEqual(expect.arrayContaining(extra(verdict.advisories, code)))
      } else {
        expect(verdict.primary?.code).toBe(code)
        expect(verdict.primary?.certainty).toBe(fault.certainty)
        expect(allowed).toEqual(
          expect.arrayContaining(extra([...verdict.others, ...verdict.advisories], code)),
        )
      }
      expect(verdict.ruledOut.map((each) => each.code)).not.toContain(code)
      expect(leaksIn(writingsOf(report), canary)).toEqual([])
      const saved: typeof report.evidence = JSON.parse(JSON.stringify(report.evidence))
      expect(judge(causes, infer(causes, saved), saved)).toEqual(verdict)
    } finally {
      await started.stop()
    }
  })
})

function extra(named: readonly { readonly code: string }[], own: string): string[] {
  return named.map(({ code }) => code).filter((code) => code !== own)
}

test('every cause can be shown', () => {
  expect(faults.map(({ code }) => code)).toEqual(causes.map(({ code }) => code))
})
