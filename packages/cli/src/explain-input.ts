import type { Stats } from 'node:fs'
import { constants, open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'

import type { Sieve } from '@mongowhy/explain'

import { exitStatus, UsageError } from './exit-status.ts'
import type { ExitStatus } from './exit-status.ts'
import { errnoOf } from './read-file.ts'
import { shownPath } from './shown-path.ts'
import { letGoOfStdin } from './stdin.ts'
import { TextPieces } from './text-pieces.ts'

const pieceBytes = 1024 * 1024

// A pipe that never ends must end here; a log of this length has told what it has to tell.
const mostBytes = 256 * 1024 * 1024

/** What was left out of an input that was read in part; null: nothing. */
export type LeftOut = 'the beginning' | 'the rest' | null

/** Feeds what the arguments name into the sieve: a file, standard input, or the words themselves. */
export async function feed(sieve: Sieve, words: readonly string[], signal: AbortSignal): Promise<LeftOut> {
  const [first] = words
  if (first === undefined || (first === '-' && words.length === 1)) return fromStdin(sieve, signal)
  const file = words.length === 1 && !first.includes('\n') ? await opened(first) : null
  if (file === null) {
    sieve.push(words.join(' '))
    return null
  }
  try {
    // The end of a log is its newest part.
    const start = Math.max(0, (await file.stat()).size - mostBytes)
    const stream = file.createReadStream({ highWaterMark: pieceBytes, autoClose: false, start })
    const left = await pour(sieve, stream, new TextPieces(shownPath(first), { endless: false }), signal)
    return left ?? (start > 0 ? 'the beginning' : null)
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(`cannot read ${shownPath(first)}: ${errnoOf(error)}`)
  } finally {
    await file.close()
  }
}

/** What to tell of an input that was read in part. */
export function leftOutText(left: Exclude<LeftOut, null>): string {
  const part = left === 'the beginning' ? 'last' : 'first'
  return `The input is longer than ${mostBytes / 1024 / 1024} MiB: this is what the ${part} ${mostBytes / 1024 / 1024} MiB of it say.\n`
}

// What nobody would paste as an error: a path.
const pathLike = /^(?:\.{0,2}\/|~\/|[A-Za-z]:\\)\S*$|^[\w./\\-]+\.(?:log|txt|json|jsonl|out|err|gz)$/i

/** The file of that name; null where there is none and the words can be an error text. */
async function opened(path: string): Promise<FileHandle | null> {
  // No file name is this long, and the system would say so in other words on each platform.
  if (path.length > 1_024) return null
  let file: FileHandle
  try {
    file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  } catch (error) {
    const code = errnoOf(error)
    if (
      !pathLike.test(path) &&
      (code === 'ENOENT' ||
        code === 'ENAMETOOLONG' ||
        code === 'ENOTDIR' ||
        code === 'unknown error' ||
        code === 'ERR_INVALID_ARG_VALUE')
    )
      return null
    throw new UsageError(
      `cannot read ${shownPath(path)}: ${code === 'ENOENT' ? 'there is no such file' : code}`,
    )
  }
  const stat = await file.stat()
  if (stat.isFile()) return file
  await file.close()
  throw new UsageError(`cannot read ${shownPath(path)}: ${whatItIs(stat)}`)
}

function whatItIs(stat: Stats): string {
  if (stat.isDirectory()) return 'it is a directory'
  return stat.isFIFO() ? 'it is a pipe: feed it on standard input' : 'it is not a regular file'
}

async function fromStdin(sieve: Sieve, signal: AbortSignal): Promise<LeftOut> {
  if (process.stdin.isTTY) process.stderr.write('Paste the error, then press Ctrl-D:\n')
  try {
    return await pour(sieve, process.stdin, new TextPieces('standard input', { endless: true }), signal)
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(`standard input cannot be read: ${errnoOf(error)}`)
  } finally {
    letGoOfStdin()
  }
}

async function pour(
  sieve: Sieve,
  stream: AsyncIterable<unknown> & { destroy(): unknown },
  pieces: TextPieces,
  signal: AbortSignal,
): Promise<LeftOut> {
  const stop = (): void => void stream.destroy()
  signal.addEventListener('abort', stop, { once: true })
  let bytes = 0
  try {
    for await (const piece of stream) {
      if (!Buffer.isBuffer(piece)) continue
      sieve.push(pieces.push(piece))
      bytes += piece.length
      if (bytes > mostBytes) return 'the rest'
    }
  } catch (error) {
    // Stopped by Ctrl-C: what was read until then is explained.
    if (!signal.aborted) throw error
  } finally {
    signal.removeEventListener('abort', stop)
  }
  sieve.push(pieces.end())
  return null
}

/** 0 where a cause was named, 2 where none was. */
export function explainStatus(named: number): ExitStatus {
  return named > 0 ? exitStatus.healthy : exitStatus.unexplained
}
