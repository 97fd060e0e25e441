import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { causes, told } from '@mongowhy/causes'
import { cases } from '@mongowhy/causes/cases'
import { symptoms } from '@mongowhy/causes/symptoms'
import { phraseText, stageOf, stageOrder } from '@mongowhy/core'
import type { Cause, ToldCause } from '@mongowhy/core'
import { packed, packedAnchors } from '@mongowhy/explain'

import type { CatalogueEntry, SymptomIndex } from './entry.ts'

/** Gathers the catalogue from the cause folders under `root`; the build runs this, the command reads the result. */
export function makeCatalogue(root: string): readonly CatalogueEntry[] {
  const entries = [
    ...causes.map((cause) => ({ ...named(cause), shownBy: null, example: exampleOf(cause) })),
    ...told.map((cause) => ({ ...named(cause), shownBy: cause.shownBy, example: wordsOf(cause) })),
  ]
  return entries
    .sort((a, b) => stageOrder(stageOf(a.code)) - stageOrder(stageOf(b.code)) || (a.code < b.code ? -1 : 1))
    .map((entry) => {
      const page = join(root, entry.code, 'page.md')
      return {
        ...entry,
        lab: existsSync(join(root, entry.code, 'fault.ts')),
        page: existsSync(page) ? readFileSync(page, 'utf8').trim() : null,
      }
    })
}

/** What `mongowhy explain` loads: what the symptoms are matched by, and the titles of their causes. */
export function makeSymptomIndex(): SymptomIndex {
  const titles = [...causes, ...told].map(({ code, title }) => [code, title] as const)
  return { titles: Object.fromEntries(titles), symptoms: packed(symptoms), anchors: packedAnchors() }
}

function named({ code, title }: Cause | ToldCause): Pick<Cause, 'code' | 'title'> {
  return { code, title }
}

function wordsOf({ title, explanation, steps, confirm }: ToldCause): CatalogueEntry['example'] {
  return {
    title,
    certainty: null,
    explanation: phraseText(explanation),
    steps: steps.map((step) => phraseText(step)),
    confirm: phraseText(confirm),
  }
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
