import { describe, expect, test } from 'vitest'

import { symptoms } from '@mongowhy/causes/symptoms'
import { explain } from '@mongowhy/explain'

const each = symptoms.flatMap(({ code, symptoms: own }) =>
  own.map((symptom, index) => ({ code, symptom, name: `${code} #${index + 1}` })),
)

describe('every symptom', () => {
  test.each(each)('$name: its sample names the cause', ({ code, symptom }) => {
    const { candidates } = explain(symptom.sample)
    expect(candidates.map((candidate) => candidate.code)).toContain(code)
  })

  test.each(each)('$name: no expression that can take long', ({ symptom }) => {
    for (const clue of [symptom.pattern, ...(symptom.with ?? []), ...(symptom.unless ?? [])]) {
      if (typeof clue === 'string') continue
      // Unbounded repetition of anything but one character's class, and repetition inside repetition.
      expect(clue.source).not.toMatch(/\)[*+]|\)\{\d+,\}/)
      expect(clue.flags).not.toMatch(/[gy]/)
    }
  })
})
