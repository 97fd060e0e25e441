/** The same text in the forms in which a pattern is looked for, the most faithful first. */
export interface Views {
  /** As it stands. */
  readonly lines: string
  /** In one line: a screenshot, a narrow terminal or an e-mail breaks lines between words. */
  readonly flat: string
  /** Without the breaks: a terminal breaks inside words too. Null where there is no break. */
  readonly tight: string | null
}

const frame =
  /^\s*(?:at .*[:(].*|at [\w.$<>]+ ?\(.*|File ".*", line \d+.*|\.{3} \d+ (?:more|common frames omitted).*|node:internal.*|~{2,}.*|\^+\s*)$/

export function viewsOf(text: string): Views {
  const lines = text.split('\n')
  if (lines.length === 1) return { lines: text, flat: text, tight: null }
  const kept = lines.filter((line) => line.trim() !== '' && !frame.test(line))
  return {
    lines: text,
    flat: kept
      .map((line) => line.trim())
      .join(' ')
      .replace(/ {2,}/g, ' '),
    tight: kept.map((line) => line.trim()).join(''),
  }
}
