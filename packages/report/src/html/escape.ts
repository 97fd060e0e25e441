import { escapedMarkup, visible } from '@mongowhy/core'
import type { Phrase } from '@mongowhy/core'

import { inlines } from '../support/inline.ts'

/** Text for HTML, in content and in attributes: nothing of it becomes markup, nothing of it is invisible. */
export function escaped(text: string): string {
  return escapedMarkup(visible(text))
}

/** A phrase as HTML. */
export function inlineHtml(phrase: Phrase): string {
  return inlines(phrase)
    .map(({ is, text }) => (is === 'code' ? `<code>${breakable(text)}</code>` : breakable(text)))
    .join('')
}

/** Long names may break after a separator, and are not filled up with hyphens that somebody would copy. */
export function breakable(text: string): string {
  return escaped(text)
    .split(/(\d{4}-\d\d-\d\dT[\d:.]{5,12}Z)/)
    .map((part, index) =>
      index % 2 === 1
        ? `<time>${part}</time>`
        : part.replace(/(?<=[\w>])([.,/@?]|&amp;)(?=[a-z<&])/gi, '$1<wbr>'),
    )
    .join('')
}

/** An element; its content is HTML already. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | null>>,
  content: string,
): string {
  const given = Object.entries(attributes).flatMap(([key, value]) =>
    value === null ? [] : [` ${key}="${escaped(String(value))}"`],
  )
  return `<${name}${given.join('')}>${content}</${name}>`
}
