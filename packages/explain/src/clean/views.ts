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

export function viewsOf(whole: string): Views {
  const text = withoutSource(whole)
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

/** Node and Python print the line of source that threw: its words are the program's, not the error's. */
function withoutSource(text: string): string {
  const lines = text.split('\n')
  return lines
    .filter(
      (line, index) =>
        !caret.test(line) &&
        !(caret.test(lines[index + 1] ?? '') && nodePlace.test(lines[index - 1]?.trim() ?? '')) &&
        !(/^ {4,}\S/.test(line) && pythonPlace.test(lines[index - 1] ?? '')),
    )
    .join('\n')
}

const caret = /^\s*[~^]+\s*$/
const nodePlace = /^(?:[A-Za-z]:|file:|node:|\/|[\w.-]+\/)\S{0,400}:\d+$/
const pythonPlace = /^\s*File "[^"]{1,400}", line \d+/
