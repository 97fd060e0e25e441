import { execFileSync } from 'node:child_process'
import { mkdir, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { describe, expect, test } from 'vitest'

import { validator } from '../../report/test/schema.ts'
import { canary, folder, run } from './run.ts'

const posix = process.platform !== 'win32'
const rejected = 'MongoServerError: bad auth : Authentication failed.\n'

const explained = async (bytes: Buffer | string): Promise<string> => {
  const cwd = await folder()
  await writeFile(join(cwd, 'error.txt'), bytes)
  const ran = await run(['explain', 'error.txt'], { cwd })
  expect(ran.stderr).toBe('')
  return ran.stdout
}

describe('explain --json fits its schema', () => {
  const fits = validator('explain')
  test.each([
    ['an error', rejected, 0],
    ['a headline', 'MongooseServerSelectionError: Server selection timed out after 30000 ms', 2],
    ['nothing', '', 2],
    ['what is no error', 'the quick brown fox', 2],
    ['several', `${rejected}MongoNetworkError: connect ECONNREFUSED 127.0.0.1:27017\n`, 0],
  ])('%s', async (_, stdin, status) => {
    const ran = await run(['explain', '--json'], { stdin })
    expect(fits(JSON.parse(ran.stdout))).toEqual([])
    if (status === 0) expect(ran.status).toBe(0)
  })
})

describe('text in any encoding', () => {
  const utf16 = Buffer.from(rejected, 'utf16le')
  test.each([
    ['UTF-8 with a mark', Buffer.from(`\ufeff${rejected}`)],
    ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16])],
    ['UTF-16 without a mark', utf16],
    ['UTF-16 of the other order', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(utf16).swap16()])],
    ['UTF-16 of the other order, without a mark', Buffer.from(utf16).swap16()],
    ['after a block of NUL bytes', Buffer.concat([Buffer.alloc(100_000), Buffer.from(rejected)])],
    [
      'between colours',
      `\u001b[31m\u001b[1mMongoServerError\u001b[0m: bad \u001b[33mauth\u001b[0m : Authentication failed.`,
    ],
    ['with bytes that are none', Buffer.concat([Buffer.from([0xc3, 0x28, 0xff]), Buffer.from(rejected)])],
  ])('%s', async (_, bytes) => {
    const out = await explained(bytes)
    expect(out).toContain('auth-rejected')
    // oxlint-disable-next-line no-control-regex
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/)
  })
})

describe('what is no text', () => {
  test.each([
    [
      'an image',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3, 4, 5, 6, 7, 0xff, 0xfe, 0xd8, 1, 2]),
      /is not text/,
    ],
    ['gzip', Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]), /gunzip -c/],
  ])('%s', async (_, bytes, says) => {
    const cwd = await folder()
    await writeFile(join(cwd, 'input'), bytes)
    const ran = await run(['explain', 'input'], { cwd })
    expect(ran).toMatchObject({ status: 3, stdout: '' })
    expect(ran.stderr).toMatch(says)
  })

  test.skipIf(!posix)('a device without an end', async () => {
    const ran = await run(['explain'], { stdin: { file: '/dev/zero' } })
    expect(ran).toMatchObject({ status: 3, stdout: '' })
    expect(ran.stderr).toMatch(/standard input is not text/)
  })

  test.skipIf(!posix)('a directory, a pipe, a device as the argument', async () => {
    const cwd = await folder()
    await mkdir(join(cwd, 'directory.log'))
    execFileSync('mkfifo', [join(cwd, 'pipe.log')])
    for (const [name, why] of [
      ['directory.log', 'it is a directory'],
      ['pipe.log', 'it is a pipe'],
      ['/dev/zero', 'it is not a regular file'],
    ] as const) {
      const ran = await run(['explain', name], { cwd })
      expect(ran).toMatchObject({ status: 3, stdout: '' })
      expect(ran.stderr).toContain(why)
    }
  })
})

test('of a log that is too long, the end is read, and that is said', async () => {
  const cwd = await folder()
  const path = join(cwd, 'long.log')
  await writeFile(path, `${'quiet '.repeat(200_000)}\n`)
  // A hole takes no room on the disk; the newest entries come after it.
  await truncate(path, 257 * 1024 * 1024)
  await writeFile(path, `\n${rejected}`, { flag: 'a' })
  const ran = await run(['explain', 'long.log'], { cwd })
  expect(ran.stderr).toMatch(/longer than 256 MiB.*last 256 MiB/)
  expect(ran.stdout).toContain('auth-rejected')
}, 60_000)

test('no secret of the input comes out, on either stream', async () => {
  const stdin = `mongodb://ada:${canary}@db.example.com/\nMONGO_INITDB_ROOT_PASSWORD=${canary}\n${rejected}`
  for (const args of [['explain'], ['explain', '--json']]) {
    const ran = await run(args, { stdin })
    expect(ran.stdout + ran.stderr).not.toContain(canary)
    expect(ran.stdout).toContain('auth-rejected')
  }
})
