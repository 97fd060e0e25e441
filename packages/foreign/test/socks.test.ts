import { Secret } from '@mongowhy/core'
import { describe, expect, test } from 'vitest'

import {
  installed,
  needsFerretDb,
  nginxHttpFolders,
  startDante,
  startFerretDb,
  startMicrosocks,
  startNginx,
  startSshd,
  startTinyproxy,
} from '../src/index.ts'
import type { Running } from '../src/index.ts'
import { diagnosed, during, told } from './diagnosed.ts'
import { needing } from './needing.ts'
import { shared } from './shared.ts'

const ferret = shared(() => startFerretDb())
const healthy = { outcome: 'healthy', primary: null, others: [], advisories: ['wire-not-genuine'] }
const closed = '127.0.0.1:1'

interface Way {
  readonly login?: string
  readonly to?: string
}

async function through(
  starting: Promise<Running>,
  { login = '', to }: Way = {},
): Promise<ReturnType<typeof told>> {
  const { port } = await during(starting)
  const target = to ?? `127.0.0.1:${(await ferret()).port}`
  const proxy = new Secret(`socks5://${login}127.0.0.1:${port}`)
  return told(await diagnosed(`mongodb://${target}/test`, { proxy, stageTimeoutMs: 2_000 }))
}

describe('microsocks', () => {
  needing(needsFerretDb, installed('microsocks'))

  const login = { name: 'me', password: 'pw-3f1' }

  test('leads to FerretDB', async () => {
    expect(await through(startMicrosocks())).toEqual(healthy)
    expect(await through(startMicrosocks(login), { login: 'me:pw-3f1@' })).toEqual(healthy)
  })

  test('named in the connection string', async () => {
    const { port } = await during(startMicrosocks(login))
    const proxy = `proxyHost=127.0.0.1&proxyPort=${port}&proxyUsername=me&proxyPassword=pw-3f1`
    const report = await diagnosed(`mongodb://127.0.0.1:${(await ferret()).port}/test?${proxy}`)
    expect(told(report)).toEqual(healthy)
    expect(JSON.stringify(report)).not.toContain('pw-3f1')
  })

  test.each(['', 'me:wrong@'])('wants a login, given %j', async (given) => {
    expect((await through(startMicrosocks(login), { login: given })).primary).toBe('proxy-auth certain')
  })

  test.each([closed, 'nowhere.invalid:27017'])('cannot reach %s', async (to) => {
    expect((await through(startMicrosocks(), { to })).primary).toBe('proxy-target-refused certain')
  })
})

describe('Dante', () => {
  needing(needsFerretDb, installed('danted'))

  test('leads to FerretDB', async () => {
    expect(await through(startDante(['to: 127.0.0.1/32']))).toEqual(healthy)
  })

  test('does not want to', async () => {
    expect((await through(startDante([]))).primary).toBe('proxy-target-refused certain')
  })

  test('cannot', async () => {
    const { primary } = await through(startDante(['to: 127.0.0.1/32']), { to: closed })
    expect(primary).toBe('proxy-target-refused certain')
  })
})

describe('something else where a SOCKS5 proxy is expected', () => {
  needing(needsFerretDb)

  const http = `http { ${nginxHttpFolders} access_log off; server { listen 127.0.0.1:PORT; } }`

  test('an HTTP server', async (context) => {
    const { missing } = installed('nginx')
    if (missing !== null) context.skip(missing)
    expect((await through(startNginx({ block: http }))).primary).toBe('proxy-not-socks certain')
  })

  test('ssh', async (context) => {
    const { missing } = installed('sshd')
    if (missing !== null) context.skip(missing)
    expect((await through(startSshd())).primary).toBe('proxy-not-socks certain')
  })

  test('an HTTP proxy, which waits for a line', async (context) => {
    const { missing } = installed('tinyproxy')
    if (missing !== null) context.skip(missing)
    expect((await through(startTinyproxy())).primary).toBe('proxy-not-socks certain')
  })

  test('nobody', async () => {
    const proxy = new Secret(`socks5://${closed}`)
    const report = await diagnosed(`mongodb://127.0.0.1:${(await ferret()).port}/test`, { proxy })
    expect(told(report).primary).toBe('proxy-unreachable certain')
  })
})
