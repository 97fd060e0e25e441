import { wordsOf } from '../browser/search.ts'
import type { IndexedPage, SearchIndex } from '../browser/search.ts'
import type { CauseFacts } from '../gather/cause.ts'
import type { Guide } from '../gather/guides.ts'

interface Weighted {
  readonly page: IndexedPage
  readonly texts: readonly (readonly [text: string, weight: number])[]
}

/** The index of every page. Words weigh more where they name the page than where they stand in its text. */
export function buildIndex(causes: readonly CauseFacts[], guides: readonly Guide[]): SearchIndex {
  const pages = [...causes.map(ofCause), ...guides.map(ofGuide)]
  const terms = new Map<string, number[]>()
  for (const [at, { texts }] of pages.entries()) {
    const weights = new Map<string, number>()
    for (const [text, weight] of texts) {
      const counts = new Map<string, number>()
      for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1)
      for (const [word, count] of counts) {
        // The tenth time that a page has a word says less than the second.
        const own = Math.round(10 * weight * (1 + Math.log(count)))
        weights.set(word, Math.max(weights.get(word) ?? 0, own))
      }
    }
    for (const [word, weight] of weights) {
      const postings = terms.get(word) ?? []
      postings.push(at, weight)
      terms.set(word, postings)
    }
  }
  return {
    docs: pages.map(({ page }) => page),
    terms: Object.fromEntries([...terms].toSorted(([a], [b]) => (a < b ? -1 : 1))),
  }
}

function ofCause(facts: CauseFacts): Weighted {
  const { code, title, stage, readings, page, symptoms, lookAlikes, lab } = facts
  return {
    page: [`causes/${code}.html`, title, stage, code],
    texts: [
      [`${code} ${title}`, 10],
      [readings.map((reading) => reading.title).join(' '), 6],
      [symptoms.map(({ text }) => text).join(' '), 4],
      [
        `${lab?.summary ?? ''} ${readings.map((each) => `${each.explanation} ${each.steps.join(' ')}`).join(' ')}`,
        2,
      ],
      [`${page} ${lookAlikes.map(({ name }) => name).join(' ')}`, 1],
    ],
  }
}

function ofGuide({ target, title, markdown, source }: Guide): Weighted {
  return {
    page: [target, title, 'guide', source],
    texts: [
      [title, 10],
      [markdown, 1],
    ],
  }
}
