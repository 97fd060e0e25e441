import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { describe, expect, test } from 'vitest'

import { canary, folder, run } from './run.ts'
import type { Around } from './run.ts'

const uri = `mongodb://ada:${canary}@127.0.0.1:1/app`
const offline = ['--offline', '--json']

interface Document {
  readonly target: { readonly uri: string; readonly source: string }
  readonly verdict: { readonly primary: { readonly code: string } | null }
}

async function diagnosed(
  args: readonly string[],
  around: Around,
): Promise<Document & { readonly stderr: string }> {
  const ran = await run([...args, ...offline], around)
  expect(ran.stdout + ran.stderr).not.toContain(canary)
  return { ...(JSON.parse(ran.stdout) as Document), stderr: ran.stderr }
}

describe('where the target comes from', () => {
  test('an argument, which is warned of once', async () => {
    const { target, stderr } = await diagnosed([uri], {})
    expect(target.source).toBe('argument')
    expect(target.uri).toContain('127.0.0.1:1')
    expect(stderr.match(/process list/g)).toHaveLength(1)
    expect(stderr).toContain('env:NAME or -')
  })

  test('a variable that is named', async () => {
    const { target, stderr } = await diagnosed(['env:THE_URI'], { env: { THE_URI: uri } })
    expect(target.source).toBe('env:THE_URI')
    expect(stderr).toBe('')
  })

  test('standard input, without its line break', async () => {
    const { target } = await diagnosed(['-'], { stdin: `${uri}\r\n` })
    expect(target).toEqual({ source: 'stdin', uri: expect.stringMatching(/\/app$/) as string })
  })

  test('standard input that is a file', async () => {
    const file = join(await folder(), 'uri')
    await writeFile(file, `${uri}\n`)
    expect((await diagnosed(['-'], { stdin: { file } })).target.source).toBe('stdin')
  })

  test('the configuration', async () => {
    const cwd = await folder()
    await writeFile(
      join(cwd, 'mongowhy.config.json'),
      JSON.stringify({ targets: { main: 'env:THE_URI', plain: uri } }),
    )
    const main = await diagnosed(['main'], { cwd, env: { THE_URI: uri } })
    expect(main.target.source).toBe('config:main')
    const plain = await diagnosed(['plain'], { cwd })
    expect(plain.target.source).toBe('config:plain')
    expect((await run(['plan'], { cwd })).stderr).toContain('did you mean plain?')
  })

  test('MONGODB_URI, then MONGO_URL, from the environment, then from .env', async () => {
    const cwd = await folder()
    await writeFile(join(cwd, '.env'), `MONGO_URL='${uri}'\nOTHER=1\n`)
    const both = { MONGODB_URI: uri, MONGO_URL: uri }
    expect((await diagnosed([], { cwd, env: both })).target.source).toBe('env:MONGODB_URI')
    expect((await diagnosed([], { cwd, env: { MONGO_URL: uri } })).target.source).toBe('env:MONGO_URL')
    expect((await diagnosed([], { cwd })).target.source).toBe('.env:MONGO_URL')
  })

  test('nowhere is wrong usage, and says where it was looked for', async () => {
    const ran = await run([], { cwd: await folder() })
    expect(ran).toMatchObject({ status: 3, stdout: '' })
    expect(ran.stderr).toMatch(/MONGODB_URI or MONGO_URL in the environment or in \.env/)
  })
})

describe('a target that is named and empty is a finding', () => {
  test.each([
    ['a variable that is not set', ['env:NOT_SET'], {}],
    ['a variable that is empty', ['env:EMPTY'], { env: { EMPTY: '' } }],
    ['an empty default', [], { env: { MONGODB_URI: '' } }],
    ['nothing on standard input', ['-'], { stdin: '' }],
    ['an empty argument', [''], {}],
  ])('%s', async (_, args, around) => {
    const cwd = await folder()
    const { verdict } = await diagnosed(args, { ...around, cwd })
    expect(verdict.primary?.code).toBe('uri-empty')
    expect((await run([...args, ...offline], { ...around, cwd })).status).toBe(1)
  })
})

describe('input that cannot be read ends with 3 and names it', () => {
  test('.env is a directory', async () => {
    const cwd = await folder()
    await mkdir(join(cwd, '.env'))
    const ran = await run([], { cwd })
    expect(ran.status).toBe(3)
    expect(ran.stderr).toMatch(/cannot read \.env: it is a directory/)
  })

  test('.env is larger than any .env', async () => {
    const cwd = await folder()
    await writeFile(join(cwd, '.env'), Buffer.alloc(1024 * 1024 + 1, 'a'))
    const ran = await run([], { cwd })
    expect(ran.status).toBe(3)
    expect(ran.stderr).toMatch(/cannot read \.env: it is larger than 1 MiB/)
  })

  test('a broken configuration', async () => {
    const cwd = await folder()
    await writeFile(join(cwd, 'mongowhy.config.json'), `{ "targets": { "main": ${canary} } }`)
    const ran = await run(['main'], { cwd })
    expect(ran.status).toBe(3)
    expect(ran.stderr).toContain('mongowhy.config.json is not JSON')
    expect(ran.stderr).not.toContain(canary)
  })

  test('a standard input that never ends', async () => {
    const ran = await run(['-', '--timeout', '300ms'], { stdin: 'open' })
    expect(ran.status).toBe(3)
    expect(ran.stderr).toContain('standard input did not end within 300 ms')
  })

  test.skipIf(process.platform === 'win32')('a standard input that is a device', async () => {
    const ran = await run(['-'], { stdin: { file: '/dev/zero' } })
    expect(ran.status).toBe(3)
    expect(ran.stderr).toContain('longer than 2 MiB')
  })

  test('a standard input without bound', async () => {
    const ran = await run(['-'], { stdin: 'a'.repeat(3 * 1024 * 1024) })
    expect(ran.status).toBe(3)
    expect(ran.stderr).toContain('longer than 2 MiB')
  })
})

describe('hostile connection strings', () => {
  test.each([
    ['a megabyte', `mongodb://ada:${canary}@${'a'.repeat(1_000_000)}/`],
    ['control and bidirectional characters', `mongodb://ada:${canary}@h\u001b[2J\u202e\u0007/`],
    [
      'a hundred hosts',
      `mongodb://ada:${canary}@${Array.from({ length: 100 }, (_, n) => `127.0.0.${n}:1`).join()}/`,
    ],
  ])('%s', async (_, hostile) => {
    const ran = await run(['-', '--offline'], { stdin: hostile })
    expect([0, 1, 2]).toContain(ran.status)
    expect(ran.stdout + ran.stderr).not.toContain(canary)
    // oxlint-disable-next-line no-control-regex
    expect(ran.stdout.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/)
    expect(ran.stdout.length).toBeLessThan(100_000)
  })
})
