import { escapedMarkup } from '@mongowhy/core'

/** Text that is markup already. */
export interface Html {
  readonly html: string
}

type Value = string | number | Html | null | false | readonly Value[]

/** Tagged template: what is put in is escaped, unless it is markup already; null and false leave no trace. */
export function html(words: TemplateStringsArray, ...values: readonly Value[]): Html {
  return {
    html: words.map((part, at) => part + (at < values.length ? put(values[at] ?? null) : '')).join(''),
  }
}

/** Markup that another trusted renderer made. */
export function raw(text: string): Html {
  return { html: text }
}

function put(value: Value): string {
  if (value === null || value === false) return ''
  if (typeof value === 'string' || typeof value === 'number') return escapedMarkup(String(value))
  return 'html' in value ? value.html : value.map(put).join('')
}
