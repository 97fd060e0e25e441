import { constants } from 'node:fs'
import { open } from 'node:fs/promises'

import type { FileSighting } from '@mongowhy/core'

import type { Bound } from '../bound.ts'
import { bounded } from '../bounded.ts'

// The largest bundle of authorities that anyone ships is well below 1 MB.
const maxBytes = 16 * 1024 * 1024

type Failure = Exclude<FileSighting['outcome'], { readonly is: 'usable' | 'unfit' }>

export type ReadFile =
  { readonly is: 'read'; readonly bytes: Buffer } | { readonly is: 'not'; readonly why: Failure }

/** Reads a file that an option names: a regular one, at most 16 MB. A pipe or a device never blocks it. */
export function readBounded(path: string, bound: Bound): Promise<ReadFile> {
  return bounded<ReadFile>(
    bound,
    (done) => {
      void read(path).then(done)
      return () => {}
    },
    () => ({ is: 'not', why: { is: 'unreadable', errno: 'ETIMEDOUT' } }),
  )
}

async function read(path: string): Promise<ReadFile> {
  try {
    // Without O_NONBLOCK the mere opening of a pipe waits for its writer.
    const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      const stat = await file.stat()
      if (!stat.isFile()) return { is: 'not', why: { is: 'not-a-file' } }
      if (stat.size > maxBytes) return { is: 'not', why: { is: 'too-large', bytes: stat.size } }
      const bytes = Buffer.alloc(stat.size)
      const { bytesRead } = await file.read(bytes, 0, stat.size, 0)
      return { is: 'read', bytes: bytes.subarray(0, bytesRead) }
    } finally {
      await file.close()
    }
  } catch (error) {
    return { is: 'not', why: failureOf(error) }
  }
}

function failureOf(error: unknown): Failure {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'ENOENT' || code === 'ENOTDIR') return { is: 'missing' }
  // Sockets cannot be opened, directories cannot be read.
  if (code === 'ENXIO' || code === 'EISDIR') return { is: 'not-a-file' }
  // A path with a NUL in it names nothing.
  if (code === 'ERR_INVALID_ARG_VALUE') return { is: 'missing' }
  return { is: 'unreadable', errno: typeof code === 'string' ? code : 'unknown' }
}

/** The bytes of a file that can be read; null where the look at it says why not. */
export async function readPem(path: string, bound: Bound): Promise<Buffer | null> {
  const file = await readBounded(path, bound)
  return file.is === 'read' ? file.bytes : null
}
