/** A page as the search shows it: where it stands, its title, its stage, its code. */
export type IndexedPage = readonly [url: string, title: string, stage: string, code: string]

export interface SearchIndex {
  readonly docs: readonly IndexedPage[]
  /** For each word the pages that hold it and how much it weighs there: `[page, weight, page, weight, …]`. */
  readonly terms: Readonly<Record<string, readonly number[]>>
}

const mostResults = 40
const mostWords = 12

/** The words of a text, as the index has them: in lower case, of two characters at least. */
export function wordsOf(text: string): readonly string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}$]+/gu) ?? []).filter((word) => word.length > 1)
}

/** Pages that hold the words, or the beginnings of words, best first; those that hold fewer than the best are left out. */
export function search(index: SearchIndex, query: string): readonly IndexedPage[] {
  const words = [...new Set(wordsOf(query))].slice(0, mostWords)
  const scores = new Map<number, { found: number; total: number }>()
  for (const word of words) {
    for (const [page, score] of pagesWith(index, word)) {
      const { found, total } = scores.get(page) ?? { found: 0, total: 0 }
      scores.set(page, { found: found + 1, total: total + score })
    }
  }
  const ranked = [...scores].toSorted(([, a], [, b]) => b.found - a.found || b.total - a.total)
  const most = ranked[0]?.[1].found
  return ranked
    .filter(([, { found }]) => found === most)
    .slice(0, mostResults)
    .map(([page]) => index.docs[page])
    .filter((page) => page !== undefined)
}

/** A rare word says more than a frequent one, a whole word more than its beginning. */
function pagesWith({ docs, terms }: SearchIndex, word: string): ReadonlyMap<number, number> {
  const found = new Map<number, number>()
  for (const [term, postings] of Object.entries(terms)) {
    if (!term.startsWith(word)) continue
    const worth = Math.log(1 + (2 * docs.length) / postings.length) * (term === word ? 2 : 1)
    for (let at = 0; at + 1 < postings.length; at += 2) {
      const page = postings[at] ?? 0
      found.set(page, Math.max(found.get(page) ?? 0, (postings[at + 1] ?? 0) * worth))
    }
  }
  return found
}

/** Whether somebody pasted an error rather than typed words. */
export function looksLikeError(query: string): boolean {
  return query.trim().length > 48 || /\n|Error\b|Exception\b|\bcode[:=]/.test(query)
}
