import { hidden, redactText, withoutCutOff } from '@mongowhy/core'
import type { Secret, Users } from '@mongowhy/core'

/** Makes words of the input fit to be shown: no secret of the input in them, nor what has the form or the place of one. */
export function hiding(secrets: readonly Secret[], users: Users): (words: string) => string {
  // Words are cut out of their line: what looks like the tail of a password that was taken for a host is hidden too.
  return (words) =>
    redactText(withoutCutOff(words, secrets), secrets, users).replace(
      /[^\s"'`/<>@]{1,200}@(?=[\w.-]{3,200}\.[a-z]{2,})/gi,
      `${hidden}@`,
    )
}
