import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { StringDecoder } from 'node:string_decoder'

import type { Sieve } from '@mongowhy/explain'

import { exitStatus, UsageError } from './exit-status.ts'
import type { ExitStatus } from './exit-status.ts'
import { errnoOf } from './read-file.ts'
import { shownPath } from './shown-path.ts'
import { letGoOfStdin } from './stdin.ts'

const pieceBytes = 1024 * 1024

// A pipe that never ends must end here; a log of this length has told what it has to tell.
const mostBytes = 4 * 1024 * 1024 * 1024

/** Feeds what the arguments name into the sieve: a file, standard input, or the words themselves. `cut`: not all was read. */
export async function feed(
  sieve: Sieve,
  words: readonly string[],
  signal: AbortSignal,
): Promise<{ readonly cut: boolean }> {
  const [first] = words
  if (first === undefined || (first === '-' && words.length === 1)) return fromStdin(sieve, signal)
  const file = words.length === 1 && !first.includes('\n') ? await opened(first) : null
  if (file === null) {
    sieve.push(words.join(' '))
    return { cut: false }
  }
  try {
    return await pour(sieve, file.createReadStream({ highWaterMark: pieceBytes, autoClose: false }), signal)
  } catch (error) {
    throw new UsageError(`cannot read ${shownPath(first)}: ${errnoOf(error)}`)
  } finally {
    await file.close()
  }
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
  throw new UsageError(
    `cannot read ${shownPath(path)}: ${stat.isDirectory() ? 'it is a directory' : 'it is not a regular file'}`,
  )
}

async function fromStdin(sieve: Sieve, signal: AbortSignal): Promise<{ readonly cut: boolean }> {
  if (process.stdin.isTTY) process.stderr.write('Paste the error, then press Ctrl-D:\n')
  try {
    return await pour(sieve, process.stdin, signal)
  } catch (error) {
    throw new UsageError(`standard input cannot be read: ${errnoOf(error)}`)
  } finally {
    letGoOfStdin()
  }
}

async function pour(
  sieve: Sieve,
  stream: AsyncIterable<unknown> & { destroy(): unknown },
  signal: AbortSignal,
): Promise<{ readonly cut: boolean }> {
  const decoder = new StringDecoder('utf8')
  const stop = (): void => void stream.destroy()
  signal.addEventListener('abort', stop, { once: true })
  let bytes = 0
  try {
    for await (const piece of stream) {
      if (!Buffer.isBuffer(piece)) continue
      sieve.push(decoder.write(piece))
      bytes += piece.length
      if (bytes >= mostBytes) return { cut: true }
    }
  } catch (error) {
    // Stopped by Ctrl-C: what was read until then is explained.
    if (!signal.aborted) throw error
  } finally {
    signal.removeEventListener('abort', stop)
  }
  sieve.push(decoder.end())
  return { cut: signal.aborted }
}

/** 0 where a cause was named, 2 where none was. */
export function explainStatus(named: number): ExitStatus {
  return named > 0 ? exitStatus.healthy : exitStatus.unexplained
}
