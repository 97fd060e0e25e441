/** What may stand inside a phrase: often bytes that a server sent, so renderers must escape it. */
export type PhraseValue = string | number

/** Words of ours kept apart from values of others, so that each renderer escapes the values its own way. */
export interface Phrase {
  readonly words: readonly string[]
  readonly values: readonly PhraseValue[]
}

/** Tagged template: says`the server at ${endpoint} answered` keeps the endpoint apart from the words. */
export function says(words: TemplateStringsArray, ...values: readonly PhraseValue[]): Phrase {
  return { words: [...words], values }
}

/** Joins values into a phrase: `a, b and c`; the values stay values. */
export function listed(values: readonly PhraseValue[]): Phrase {
  const words = values.map((_, index) => (index === 0 ? '' : index === values.length - 1 ? ' and ' : ', '))
  return { words: [...words, ''], values }
}

/** One phrase after another, with a space between them but none before a comma or a full stop; empty ones leave no trace. */
export function together(...phrases: readonly Phrase[]): Phrase {
  const words: string[] = ['']
  const values: PhraseValue[] = []
  let begun = false
  for (const phrase of phrases) {
    const [first = '', ...rest] = phrase.words
    if (first === '' && rest.length === 0) continue
    const before = words.at(-1) ?? ''
    const apart = begun && !before.endsWith('(') && !/^[.,;:)]/.test(first)
    words[words.length - 1] = `${before}${apart ? ' ' : ''}${first}`
    words.push(...rest)
    values.push(...phrase.values)
    begun = true
  }
  return { words, values }
}

// What a server sent may have no end; a list of fifty members still fits.
const longestValue = 1_500

/** The same with a capital at its beginning, where that is a word of ours. */
export function sentence(...phrases: readonly Phrase[]): Phrase {
  const { words, values } = together(...phrases)
  const [first = '', ...rest] = words
  return { words: [first.charAt(0).toUpperCase() + first.slice(1), ...rest], values }
}

/**
 * The phrase as plain text; every value passes through `escape` (terminal, HTML and Markdown bring their own). A value is
 * cut at 1500 characters.
 */
export function phraseText(phrase: Phrase, escape: (value: string) => string = visible): string {
  return phrase.words
    .map((words, index) => {
      const value = phrase.values[index]
      return value === undefined ? words : words + escape(bounded(String(value)))
    })
    .join('')
}

function bounded(value: string): string {
  return value.length > longestValue ? `${value.slice(0, longestValue)}…` : value
}

// C0, DEL, C1, bidirectional controls, zero-width and line/paragraph separators: all can forge what a person reads.
const invisible =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

// As programmers know them, and people guess them: a line break is the one control that servers put into their messages.
const wellKnown: ReadonlyMap<string, string> = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
])

/** The text with every control, bidirectional and invisible character written as `\n`, `\r`, `\t` or `\u{…}`. */
export function visible(text: string): string {
  return text.replace(invisible, (char) => wellKnown.get(char) ?? `\\u{${char.charCodeAt(0).toString(16)}}`)
}
