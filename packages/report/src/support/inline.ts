import type { Phrase } from '@mongowhy/core'

/** A stretch of a phrase: words of ours, a value of others, or something to be typed or copied, in either's words. */
export interface Inline {
  readonly is: 'words' | 'value' | 'code'
  readonly text: string
}

/**
 * A phrase as stretches. Backticks in our own words set code apart, and values between them belong to it; a backtick in
 * a value is a character like any other.
 */
export function inlines({ words, values }: Phrase): readonly Inline[] {
  const made: Inline[] = []
  let code: string | null = null
  const put = (is: 'words' | 'value', text: string): void => {
    if (text === '') return
    if (code === null) made.push({ is, text })
    else code += text
  }
  words.forEach((part, index) => {
    part.split('`').forEach((piece, at) => {
      if (at > 0) {
        if (code === null) code = ''
        else {
          made.push({ is: 'code', text: code })
          code = null
        }
      }
      put('words', piece)
    })
    const value = values[index]
    if (value !== undefined) put('value', String(value))
  })
  if (code !== null) made.push({ is: 'code', text: code })
  return made
}
