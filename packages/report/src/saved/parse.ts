import { jsonMistakeText, visible } from '@mongowhy/core'

import type { Json, Misfit } from './schema.ts'

/** A document that is not what it should be. The message names the place and repeats nothing that may be secret. */
export class UnreadableDocument extends Error {
  override readonly name: string = 'UnreadableDocument'
}

// Deeper than any of our documents by far; what prints or compares a document may go down by recursion.
const deepest = 64

/** JSON from a text that nobody vouches for. */
export function parseJson(text: string): Json {
  let value: Json
  try {
    value = JSON.parse(text) as Json
  } catch {
    throw new UnreadableDocument(`it is not JSON${jsonMistakeText(text)}`)
  }
  if (tooDeep(value)) throw new UnreadableDocument(`it is nested more than ${deepest} levels deep`)
  return value
}

function tooDeep(value: Json): boolean {
  let level: readonly Json[] = [value]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return true
    level = level.flatMap((each) => (each !== null && typeof each === 'object' ? childrenOf(each) : []))
  }
  return false
}

function childrenOf(value: Extract<Json, object>): readonly Json[] {
  const values: readonly (Json | undefined)[] = Array.isArray(value) ? value : Object.values(value)
  return values.filter((each) => each !== undefined)
}

/** `evidence.looks[3].saw.outcome must be …`. */
export function misfitText({ path, problem }: Misfit, before: string = ''): string {
  const place = path.reduce<string>(
    (made, step) =>
      typeof step === 'number'
        ? `${made}[${step}]`
        : made === ''
          ? visible(step)
          : `${made}.${visible(step)}`,
    before,
  )
  return `${place === '' ? 'it' : place} ${problem}`
}
