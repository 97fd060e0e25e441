import { hidden } from '../connection-string/limits.ts'
import { formsOf } from './forms.ts'
import type { Secret } from './secret.ts'

// Fewer characters of a secret tell nothing, and end many a word.
const fewest = 6

/** A piece of a longer text without what a cut has left of a secret at its ends. */
export function withoutCutOff(text: string, secrets: readonly Secret[]): string {
  let [from, to] = [0, text.length]
  for (const form of secrets.flatMap((secret) => formsOf(secret))) {
    if (form.length <= fewest) continue
    const begins = form.slice(0, fewest)
    const first = Math.max(0, text.length - form.length)
    for (let at = text.indexOf(begins, first); at !== -1 && at < to; at = text.indexOf(begins, at + 1))
      if (form.startsWith(text.slice(at))) to = at
    const ends = form.slice(-fewest)
    for (
      let at = text.slice(0, form.length).lastIndexOf(ends);
      at >= 0;
      at = at === 0 ? -1 : text.lastIndexOf(ends, at - 1)
    )
      if (form.endsWith(text.slice(0, at + fewest))) from = Math.max(from, at + fewest)
  }
  if (from >= to) return from === 0 && to === text.length ? text : hidden
  return `${from > 0 ? hidden : ''}${text.slice(from, to)}${to < text.length ? hidden : ''}`
}
