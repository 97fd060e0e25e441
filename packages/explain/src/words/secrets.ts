import { hidden, redactText } from '@mongowhy/core'
import type { Secret } from '@mongowhy/core'

/** Words of the input, fit to be shown: no secret of the input in them, nor what has the form or the place of one. */
export function safeWords(words: string, secrets: readonly Secret[]): string {
  // Words are cut out of their line: what looks like the tail of a password that was taken for a host is hidden too.
  return redactText(words, secrets).replace(
    /[^\s"'`/<>@]{1,200}@(?=[\w.-]{3,200}\.[a-z]{2,})/gi,
    `${hidden}@`,
  )
}
