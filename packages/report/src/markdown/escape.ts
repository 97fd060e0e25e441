import { visible } from '@mongowhy/core'
import type { Phrase } from '@mongowhy/core'

import { inlines } from '../support/inline.ts'

/** A value of others as Markdown text: it cannot become a link, a picture, a heading, a table or HTML. */
export function escaped(value: string): string {
  return (
    visible(value)
      .replace(/[\\*[\]<>|~]/g, '\\$&')
      .replace(/&(?=#?\w{1,32};)/g, '\\&')
      // Where lines are broken, backticks come in pairs; this one is nobody's.
      .replaceAll('`', '&#96;')
      .replace(/!(?=\\\[)/g, '\\!')
      .replace(/\b(https?|ftp)(?=:\/\/)/gi, '$1\\')
      .replace(/\b(www)(?=\.)/gi, '$1\\')
      .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
  )
}

/**
 * A code span. A backtick in it is written out: a longer fence would do too, but at the start of a line it would begin a
 * block of code.
 */
export function codeSpan(text: string): string {
  const shown = visible(text).replaceAll('`', '\\u{60}')
  return shown.trim() === '' ? escaped(shown) : `\`${shown}\``
}

/** A phrase as Markdown. */
export function inlineText(phrase: Phrase): string {
  return inlines(phrase)
    .map(({ is, text }) => (is === 'words' ? text : is === 'code' ? codeSpan(text) : escaped(text)))
    .join('')
}

/** What begins a block at the start of a line is only a character there. */
export function asText(line: string): string {
  return line
    .replace(/^(\s*)(?=(?:[-+*>#=]|#{1,6})(?:\s|$)|=+\s*$|-+\s*$|>)/, '$1\\')
    .replace(/^(\s*\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
}
