import type { UriFault } from '../sightings/index.ts'

type EmptyFault = Extract<UriFault, { kind: 'empty' }>

const literals: readonly (readonly [RegExp, EmptyFault['literal'] & string])[] = [
  [/^["']?undefined["']?$/, 'undefined'],
  [/^["']?null["']?$/, 'null'],
  [/^["']?None["']?$/, 'none'],
  [/^(?:""|'')$/, 'quotes'],
]

/** Nothing but white space, or a word that stands for nothing; null when there is something. */
export function emptiness(text: string): EmptyFault | null {
  const bare = text.length > 64 && /\S/.test(text) ? text : text.replace(/^[\s\ufeff]+|[\s\ufeff]+$/g, '')
  if (bare === '') return { kind: 'empty', offset: 0, length: text.length }
  for (const [form, literal] of literals) {
    if (form.test(bare)) return { kind: 'empty', literal, offset: 0, length: text.length }
  }
  return null
}
