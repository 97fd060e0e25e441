import { visible } from '@mongowhy/core'

import { UsageError } from './exit-status.ts'
import { readBounded } from './read-file.ts'

const limit = 1024 * 1024

/** A JSON object from a file; null when there is no such file. Errors name the file and the place, never its content. */
export async function readJsonObject(path: string): Promise<Readonly<Record<string, unknown>> | null> {
  const read = await readBounded(path, limit)
  if (read.is === 'missing') return null
  if (read.is === 'failed') throw new UsageError(`cannot read ${visible(path)}: ${read.why}`)
  let value: unknown
  try {
    value = JSON.parse(read.text)
  } catch (error) {
    throw new UsageError(`${visible(path)} is not JSON${place(error, read.text)}`)
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new UsageError(`${visible(path)} must hold a JSON object`)
  }
  return value as Readonly<Record<string, unknown>>
}

// V8 quotes the text around the mistake, which may be a password; only the position is taken from its message.
function place(error: unknown, text: string): string {
  const position = error instanceof Error ? /position (\d+)/.exec(error.message)?.[1] : undefined
  if (position === undefined) return ''
  const before = text.slice(0, Number(position)).split('\n')
  return `: line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`
}
