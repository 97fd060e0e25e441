import { says } from '@mongowhy/core'

import { paragraph, steps } from '../blocks.ts'
import type { Section } from '../blocks.ts'
import { subjectOf } from '../support-case.ts'
import type { SupportCase } from '../support-case.ts'

/** What the one who cannot connect does now. */
export function stepsSection(given: SupportCase): Section | null {
  const { verdict } = subjectOf(given)
  const { primary } = verdict
  if (verdict.outcome === 'healthy') return null
  const relaxed =
    primary?.stage === 'tls'
      ? [
          paragraph(
            says`Switching certificate verification off is no step: it would send the password to whoever answers.`,
          ),
        ]
      : []
  return {
    id: 'steps',
    title: 'Immediate steps',
    blocks: [
      ...(primary === null
        ? [
            paragraph(
              says`None follows from what was seen; the causes that are left and what would tell them apart stand under Root cause.`,
            ),
          ]
        : steps(primary.steps)),
      ...relaxed,
    ],
  }
}
