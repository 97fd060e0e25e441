import type { Phrase } from '@mongowhy/core'

import { wrapped } from '../terminal/wrap.ts'
import { asText, inlineText } from './escape.ts'

/** Reads well in a terminal, in a mail and in a pull request. Columns. */
export const width = 80

// A line of a log in JSON; what stands between backticks is to be copied as it is.
const unbroken = /[^\s`]{60,}/g
const breakable = (piece: string): string => piece.replace(/,(?=["{])/g, ', ')

/** Text under a mark, wrapped: the mark stands before the first line, as many spaces before the others. */
export function hung(mark: string, text: string): readonly string[] {
  const blank = ' '.repeat(mark.length)
  return wrapped(text.replace(unbroken, breakable), width - mark.length).map(
    (line, index) => (index === 0 ? mark : blank) + asText(line),
  )
}

export function prose(phrase: Phrase): readonly string[] {
  return hung('', inlineText(phrase))
}

/** A block of text that is shown as it stands; its fence is longer than any in it. */
export function fenced(lines: readonly string[], language = ''): readonly string[] {
  const longest = Math.max(2, ...lines.map((line) => /^\s*(`*)/.exec(line)?.[1]?.length ?? 0))
  const fence = '`'.repeat(longest + 1)
  return [`${fence}${language}`, ...lines, fence]
}
