import { execFileSync } from 'node:child_process'
import { chmod, mkdir, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { serveMongo } from '@mongowhy/fault-kit'
import { describe, expect, onTestFinished, test } from 'vitest'

import { diagnosed, holdsCanary } from './hostile.ts'
import { canary, folder, run } from './run.ts'

const posix = process.platform !== 'win32'

/** A folder with a file of each kind that nobody should have to wait for. */
async function odd(): Promise<string> {
  const cwd = await folder()
  if (posix) execFileSync('mkfifo', [join(cwd, 'pipe')])
  await mkdir(join(cwd, 'directory'))
  await writeFile(join(cwd, 'huge'), '')
  await truncate(join(cwd, 'huge'), 200_000_000)
  await writeFile(join(cwd, 'binary'), Buffer.from([0xff, 0xfe, 0, 1, 0x1b, 0x5b, 0x32, 0x4a]))
  return cwd
}

const names = ['directory', 'huge', 'binary', ...(posix ? ['pipe', '/dev/zero'] : [])]

describe('a file that TLS options name', () => {
  test.each(names)('tlsCAFile: %s', async (name) => {
    const cwd = await odd()
    const served = await serveMongo()
    onTestFinished(() => served.stop())
    const URI = `mongodb://ada:${canary}@127.0.0.1:${served.port}/?tls=true&tlsCAFile=${name}`
    expect((await diagnosed(['env:URI'], { env: { URI }, cwd })).outcome).not.toBe('healthy')
  })

  test.each(names)('the environment: %s', async (name) => {
    const cwd = await odd()
    const served = await serveMongo()
    onTestFinished(() => served.stop())
    const URI = `mongodb://127.0.0.1:${served.port}/`
    const env = { URI, SSL_CERT_FILE: name, NODE_EXTRA_CA_CERTS: join(cwd, 'binary') }
    const ran = await run(['env:URI', '--json'], { env, cwd })
    expect(ran.status).toBe(0)
  })
})

describe('a file that the command reads', () => {
  test.each(names)('driver options: %s', async (name) => {
    const ran = await run(['mongodb://127.0.0.1:1/', '--driver-options', name], { cwd: await odd() })
    expect(ran).toMatchObject({ status: 3, stdout: '' })
    expect(ran.stderr).toContain(name)
  })

  test('.env without permission', async (context) => {
    if (!posix || process.getuid?.() === 0) return context.skip('root may read every file')
    const cwd = await folder()
    await writeFile(join(cwd, '.env'), `MONGODB_URI=mongodb://ada:${canary}@127.0.0.1:1/`)
    await chmod(join(cwd, '.env'), 0)
    const ran = await run([], { cwd })
    expect(ran.status).toBe(3)
    expect(ran.stderr).toMatch(/cannot read \.env: permission denied/)
  })

  test.skipIf(!posix)('.env that is a pipe', async () => {
    const cwd = await folder()
    execFileSync('mkfifo', [join(cwd, '.env')])
    const ran = await run([], { cwd })
    expect(ran.status).toBe(3)
    expect(ran.stderr).toMatch(/cannot read \.env: it is not a regular file/)
  })

  test('.env of any bytes', async () => {
    const cwd = await folder()
    const bytes = Buffer.from(Array.from({ length: 4_000 }, (_, n) => (n * 7_919) & 0xff))
    await writeFile(join(cwd, '.env'), Buffer.concat([bytes, Buffer.from(`\nMONGO_URL="mongodb://h/`)]))
    const ran = await run(['--offline'], { cwd })
    expect([0, 1, 2, 3]).toContain(ran.status)
  })

  test('a configuration with a connection string for a name', async () => {
    const cwd = await folder()
    const targets = { [`mongodb://ada:${canary}@h/`]: 5 }
    await writeFile(join(cwd, 'mongowhy.config.json'), JSON.stringify({ targets }))
    const ran = await run(['main'], { cwd })
    expect(ran.status).toBe(3)
    expect(holdsCanary(ran.stderr)).toBe(false)
  })
})

describe('options in code that no driver should be given', () => {
  test.each([
    ['keys of a prototype', '{"__proto__":{"tls":true},"constructor":{"prototype":{"x":1}}}', 'unexplained'],
    ['without end', `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`, 'unexplained'],
    ['a login that is none', `{"auth":"${canary}"}`, 'unexplained'],
    [
      'a log of everything',
      '{"mongodbLogPath":"stdout","mongodbLogComponentSeverities":{"default":"trace"}}',
      'healthy',
    ],
    ['a file without end', '{"tls":true,"tlsCAFile":"/dev/zero"}', 'explained'],
    [
      'a proxy',
      `{"proxyHost":"127.0.0.1","proxyPort":1,"proxyUsername":"a","proxyPassword":"${canary}"}`,
      'explained',
    ],
    ['a key', `{"tls":true,"key":"${canary}","passphrase":"${canary}"}`, 'explained'],
  ])('%s', async (_, options, outcome) => {
    const cwd = await folder()
    await writeFile(join(cwd, 'options.json'), options)
    const served = await serveMongo()
    onTestFinished(() => served.stop())
    const env = { URI: `mongodb://127.0.0.1:${served.port}/`, MONGODB_LOG_ALL: 'trace' }
    const met = await diagnosed(['env:URI', '--driver-options', 'options.json'], { env, cwd })
    expect(met.outcome).toBe(outcome)
  })
})
