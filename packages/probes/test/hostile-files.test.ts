import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { caSources } from '../src/env/ca-sources.ts'
import { readStart } from '../src/env/read-start.ts'
import { checkFile } from '../src/files/index.ts'

const bound = { signal: new AbortController().signal, timeoutMs: 2_000 }
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mongowhy-files-'))
  execFileSync('mkfifo', [join(folder, 'pipe')])
  await writeFile(join(folder, 'huge'), '')
  // Sparse: it takes no room on the disk, and reads as 200 MB all the same.
  await truncate(join(folder, 'huge'), 200_000_000)
  await writeFile(join(folder, 'binary'), Buffer.from([0xff, 0xfe, 0, 1, 0x2d, 0x2d]))
})

afterAll(() => rm(folder, { recursive: true, force: true }))

describe.skipIf(process.platform === 'win32')('a path that is no file of authorities', () => {
  const paths = [
    ['a pipe that nobody writes to', 'pipe', 'not-a-file'],
    ['a directory', '.', 'not-a-file'],
    ['a device that never ends', '/dev/zero', 'not-a-file'],
    ['200 MB', 'huge', 'too-large'],
    ['binary', 'binary', 'unfit'],
    ['below a file', 'binary/ca.pem', 'missing'],
    ['with a NUL', 'a\0b', 'missing'],
    ['longer than any path', 'a'.repeat(5_000), 'unreadable'],
  ] as const

  test.each(paths)('%s, as an option names it', async (_, name, is) => {
    const path = name.startsWith('/') ? name : join(folder, name)
    const { outcome } = await checkFile('tlsCAFile', path, null, bound)
    expect(outcome.is).toBe(is)
  })

  test.each(paths)('%s, as the environment names it', async (_, name, is) => {
    const path = name.startsWith('/') ? name : join(folder, name)
    const read = await readStart(path, 1_024)
    expect(read === null).toBe(is !== 'too-large' && is !== 'unfit')
    expect(read?.text.length ?? 0).toBeLessThanOrEqual(1_024)
    const source = (await caSources(path, null)).find((each) => each.source === 'tlsCAFile')
    expect(source?.problem).not.toBeNull()
  })
})
