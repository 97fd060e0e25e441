import { mkdtemp, rm, writeFile, chmod, mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { defaultOptions, parseTarget } from '@mongowhy/core'
import { lookHost, lookRuntimes } from '@mongowhy/probes'

import { clock } from '../../src/env/clock.ts'
import { hostsFileLines } from '../../src/env/hosts-file.ts'
import { proxyVariables } from '../../src/env/proxy-variables.ts'
import { parseResolverConfiguration } from '../../src/env/resolver-configuration.ts'

const { signal } = new AbortController()
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mongowhy-env-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('this machine', () => {
  test('is described, with a named CA file among the sources', async () => {
    const ca = join(folder, 'ca.pem')
    await writeFile(ca, '-----BEGIN CERTIFICATE-----\nx\n-----END CERTIFICATE-----\n')
    const target = parseTarget(`mongodb://localhost/?tls=true&tlsCAFile=${encodeURIComponent(ca)}`)
    const saw = await lookHost({ target, options: defaultOptions, signal })
    expect(saw.node).toBe(process.versions.node)
    expect(saw.clock.plausible).toBe(true)
    expect(saw.caSources).toContainEqual({
      source: 'tlsCAFile',
      path: ca,
      certificates: 1,
      usedByDriver: true,
      problem: null,
    })
    expect(saw.caSources.find(({ source }) => source === 'bundled')?.usedByDriver).toBe(false)
  })

  test('a CA file that is a folder or missing is said to be unreadable', async () => {
    const target = parseTarget(`mongodb://localhost/?tls=true&tlsCAFile=${encodeURIComponent(folder)}`)
    const saw = await lookHost({ target, options: { ...defaultOptions, caFile: null }, signal })
    expect(saw.caSources.find(({ source }) => source === 'tlsCAFile')?.problem).toBe('it cannot be read')
  })

  test('resolv.conf: comments, several servers, the last search line', () => {
    const text =
      '# x\nnameserver 127.0.0.53 # y\nnameserver fe80::1%eth0\nnameserver nonsense\nsearch a.test\nsearch b.test c.test\n'
    expect(parseResolverConfiguration(text)).toEqual({
      servers: ['127.0.0.53', 'fe80::1%eth0'],
      search: ['b.test', 'c.test'],
    })
  })

  test('hosts file: only lines about the target', async () => {
    const file = join(folder, 'hosts')
    await writeFile(
      file,
      '127.0.0.1 localhost\n10.0.0.9 db.lab.test other # db.lab.test\n# 10.0.0.8 db.lab.test\n',
    )
    expect(await hostsFileLines(['DB.lab.test'], file)).toEqual([
      { address: '10.0.0.9', name: 'db.lab.test' },
    ])
  })

  test('proxy variables lose their credentials', () => {
    const shown = proxyVariables({
      HTTPS_PROXY: 'http://ada:canary@proxy.test:3128',
      http_proxy: 'ada:canary@proxy.test:3128',
      NO_PROXY: 'localhost',
      MONGODB_URI: 'canary',
    })
    expect(JSON.stringify(shown)).not.toContain('canary')
    expect(shown.map(({ value }) => value)).toEqual([
      '<credentials>@proxy.test:3128',
      'http://<credentials>@proxy.test:3128',
      'localhost',
    ])
  })

  test.each([
    ['1970-01-01T00:00:00Z', false],
    ['2026-06-01T00:00:00Z', true],
    ['2099-01-01T00:00:00Z', false],
  ])('a clock at %s is plausible: %s', (now, plausible) => {
    expect(clock(new Date(now)).plausible).toBe(plausible)
  })
})

describe('other runtimes', () => {
  /** A PATH with programs of ours on it, for the time of `run`. */
  async function withPrograms<T>(programs: Record<string, string>, run: () => Promise<T>): Promise<T> {
    const bin = await mkdtemp(join(folder, 'bin-'))
    for (const [name, script] of Object.entries(programs)) {
      await writeFile(join(bin, name), `#!/bin/sh\n${script}\n`)
      await chmod(join(bin, name), 0o755)
    }
    const before = process.env['PATH']
    process.env['PATH'] = [bin, '/usr/bin', '/bin'].join(delimiter)
    try {
      return await run()
    } finally {
      process.env['PATH'] = before
    }
  }
  const signal = new AbortController().signal

  test('versions and TLS libraries, without our environment', async () => {
    process.env['MONGODB_URI'] = 'mongodb://ada:canary@h'
    try {
      const saw = await withPrograms(
        {
          python3: 'echo 3.9.6; echo "LibreSSL 2.8.3"',
          go: 'echo "go version go1.99$MONGODB_URI linux/amd64"',
          java: 'echo \'openjdk version "1.8.0_292"\' >&2',
        },
        () => lookRuntimes({ signal, timeoutMs: 5_000 }),
      )
      const told = saw.runtimes.map(({ name, version, tlsLibrary }) => [name, version, tlsLibrary])
      expect(told).toContainEqual(['python', '3.9.6', 'LibreSSL 2.8.3'])
      expect(told).toContainEqual(['java', '1.8.0_292', 'JSSE'])
      expect(told).toContainEqual(['go', '1.99', 'crypto/tls'])
    } finally {
      delete process.env['MONGODB_URI']
    }
  })

  test('one that never answers is ended by the bound, and said so', async () => {
    const saw = await withPrograms({ deno: 'exec sleep 60' }, () => lookRuntimes({ signal, timeoutMs: 100 }))
    expect(saw.unanswered).toContain('deno')
  })

  test('an abort ends them all', async () => {
    const stop = new AbortController()
    const saw = await withPrograms({ deno: 'exec sleep 60', bun: 'exec sleep 60' }, () => {
      const looking = lookRuntimes({ signal: stop.signal, timeoutMs: 60_000 })
      setTimeout(() => stop.abort(), 50)
      return looking
    })
    expect(saw.unanswered).toEqual(expect.arrayContaining(['deno', 'bun']))
  })

  test('relative entries of PATH are not looked at', async () => {
    const bin = join(folder, 'relative')
    await mkdir(bin, { recursive: true })
    await writeFile(join(bin, 'deno'), '#!/bin/sh\necho deno 9.9.9\n')
    await chmod(join(bin, 'deno'), 0o755)
    const [path, cwd] = [process.env['PATH'], process.cwd()]
    process.env['PATH'] = 'relative'
    try {
      process.chdir(folder)
    } catch {
      // A worker thread may not change folder; the entry stays relative all the same.
    }
    try {
      expect((await lookRuntimes({ signal, timeoutMs: 1_000 })).runtimes).toEqual([])
    } finally {
      process.env['PATH'] = path
      if (process.cwd() !== cwd) process.chdir(cwd)
    }
  })
})
