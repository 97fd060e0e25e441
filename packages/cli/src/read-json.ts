import { jsonMistakeText } from '@mongowhy/core'

import { UsageError } from './exit-status.ts'
import { readBounded } from './read-file.ts'
import { shownPath } from './shown-path.ts'

const limit = 1024 * 1024

/** A JSON object from a file; null when there is no such file. Errors name the file and the place, never its content. */
export async function readJsonObject(path: string): Promise<Readonly<Record<string, unknown>> | null> {
  const read = await readBounded(path, limit)
  if (read.is === 'missing') return null
  if (read.is === 'failed') throw new UsageError(`cannot read ${shownPath(path)}: ${read.why}`)
  let value: unknown
  try {
    value = JSON.parse(read.text)
  } catch {
    throw new UsageError(`${shownPath(path)} is not JSON${jsonMistakeText(read.text)}`)
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new UsageError(`${shownPath(path)} must hold a JSON object`)
  }
  return value as Readonly<Record<string, unknown>>
}
