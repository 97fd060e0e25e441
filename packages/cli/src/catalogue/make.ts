import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { causes } from '@mongowhy/causes'
import { cases } from '@mongowhy/causes/cases'
import { phraseText } from '@mongowhy/core'
import type { Cause } from '@mongowhy/core'

import type { CatalogueEntry } from './entry.ts'

/** Gathers the catalogue from the cause folders under `root`; the build runs this, the command reads the result. */
export function makeCatalogue(root: string): readonly CatalogueEntry[] {
  return causes.map((cause) => {
    const page = join(root, cause.code, 'page.md')
    return {
      code: cause.code,
      title: cause.title,
      lab: existsSync(join(root, cause.code, 'fault.ts')),
      example: exampleOf(cause),
      page: existsSync(page) ? readFileSync(page, 'utf8').trim() : null,
    }
  })
}

function exampleOf(cause: Cause): CatalogueEntry['example'] {
  const matching = cases.find(({ code }) => code === cause.code)?.matching[0]
  if (matching === undefined) return null
  const finding = cause.find(matching.evidence, matching.at)
  if (finding.is !== 'present') return null
  const { title, explanation, steps, confirm } = finding.advice
  return {
    title: phraseText(title),
    certainty: finding.certainty,
    explanation: phraseText(explanation),
    steps: steps.map((step) => phraseText(step)),
    confirm: confirm === undefined ? null : phraseText(confirm),
  }
}
