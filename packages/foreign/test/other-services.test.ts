import { describe, expect, test } from 'vitest'

import {
  installed,
  needsPostgres,
  nginxHttpFolders,
  startEcho,
  startGreeter,
  startHaproxy,
  startMariadb,
  startMemcached,
  startNghttpd,
  startNginx,
  startPostgres,
  startRedis,
  startSmtpd,
  startSshd,
  startStunnel,
} from '../src/index.ts'
import type { Running, Tool } from '../src/index.ts'
import { sound, trusting } from './certificates.ts'
import { diagnosed, during, told } from './diagnosed.ts'
import { needing } from './needing.ts'

const foreign = /^(wire|tls)-not-mongodb certain$/
const files = { 'chain.pem': sound.chainPem, 'key.pem': sound.keyPem }
const https = 'ssl; ssl_certificate FOLDER/chain.pem; ssl_certificate_key FOLDER/key.pem'

function web(listen: string): string {
  return `http { ${nginxHttpFolders} access_log off; server { listen 127.0.0.1:PORT ${listen}; } }`
}

interface Service {
  readonly name: string
  readonly needs: Tool
  start(): Promise<Running>
}

const talkative: readonly Service[] = [
  { name: 'ssh', needs: installed('sshd'), start: startSshd },
  { name: 'SMTP', needs: installed('smtpd'), start: startSmtpd },
  { name: 'MySQL', needs: installed('mariadbd'), start: startMariadb },
  { name: 'HTTP', needs: installed('nginx'), start: () => startNginx({ block: web('') }) },
  { name: 'HTTPS', needs: installed('nginx'), start: () => startNginx({ block: web(https), files }) },
  { name: 'HTTP/2', needs: installed('nghttpd'), start: startNghttpd },
  { name: 'an echo', needs: installed('socat'), start: startEcho },
  { name: 'an HTTP balancer', needs: installed('haproxy'), start: () => startHaproxy({ mode: 'http' }) },
]

describe.each(talkative)('$name where MongoDB is expected', ({ needs, start }) => {
  needing(needs)

  test.each(['', '?tls=true'])('%s', async (options) => {
    const { port } = await during(start())
    const report = await diagnosed(`mongodb://127.0.0.1:${port}/${options}`)
    expect(told(report).primary).toMatch(foreign)
  })
})

describe('Redis where MongoDB is expected, which waits for a line', () => {
  needing(installed('redis-server'))

  test.each(['', '?tls=true'])('%s', async (options) => {
    const { port } = await during(startRedis())
    const report = await diagnosed(`mongodb://127.0.0.1:${port}/${options}`, { stageTimeoutMs: 2_000 })
    expect(told(report).primary).toBe('wire-not-mongodb certain')
  })
})

describe('Redis within TLS where MongoDB is expected', () => {
  needing(installed('redis-server'), installed('stunnel'))
  const trust = trusting()

  test('waits for a line, and answers one', async () => {
    const redis = await during(startRedis())
    const { port } = await during(
      startStunnel({ to: redis.port, files, lines: ['cert = FOLDER/chain.pem', 'key = FOLDER/key.pem'] }),
    )
    const uri = `mongodb://127.0.0.1:${port}/?${await trust()}`
    expect(told(await diagnosed(uri, { stageTimeoutMs: 2_000 })).primary).toBe('wire-not-mongodb certain')
  })
})

describe('memcached where MongoDB is expected, which waits for a line', () => {
  needing(installed('memcached'))

  test.each([
    ['', 'wire-not-mongodb certain'],
    ['?tls=true', 'tls-not-mongodb certain'],
  ])('%s', async (options, verdict) => {
    const { port } = await during(startMemcached())
    const report = await diagnosed(`mongodb://127.0.0.1:${port}/${options}`, { stageTimeoutMs: 2_000 })
    expect(told(report).primary).toBe(verdict)
  })
})

describe('PostgreSQL where MongoDB is expected, which hangs up', () => {
  needing(needsPostgres)

  test.each(['', '?tls=true'])('%s', async (options) => {
    const { port } = await during(startPostgres())
    const report = await diagnosed(`mongodb://127.0.0.1:${port}/${options}`)
    expect(told(report).primary).toBe('wire-not-mongodb certain')
  })
})

describe('a service that greets in less than a reply’s header', () => {
  needing(installed('socat'))

  test.each(['RFB 003.008\n', '{}\n', 'AMQP\u0000\u0000\t\u0001'])('%j', async (line) => {
    const { port } = await during(startGreeter(line))
    const report = await diagnosed(`mongodb://127.0.0.1:${port}/`)
    expect(told(report).primary).toMatch(/^wire-not-mongodb (certain|likely)$/)
  })
})

describe('a balancer that expects the PROXY protocol', () => {
  needing(installed('haproxy'))

  test.each(['', '?tls=true'])('%s: nothing is claimed as certain', async (options) => {
    const { port } = await during(startHaproxy({ bind: 'accept-proxy' }))
    const { outcome, primary } = told(await diagnosed(`mongodb://127.0.0.1:${port}/${options}`))
    expect(outcome).toBe('explained')
    expect(primary).toMatch(
      /^(wire-not-mongodb|tcp-reset-by-middlebox|tls-refused-before-certificate) possible$/,
    )
  })
})

describe('a balancer without servers', () => {
  needing(installed('haproxy'))

  test.each(['', '?tls=true'])('%s: nothing is claimed as certain', async (options) => {
    const { port } = await during(startHaproxy({}))
    const report = await diagnosed(`mongodb://127.0.0.1:${port}/${options}`)
    expect(told(report).outcome).not.toBe('healthy')
    expect(told(report).primary ?? '').not.toMatch(/certain$/)
  })
})

describe('a balancer that tries a dead server for seconds before it hangs up', () => {
  needing(installed('haproxy'))

  test.each([
    ['', 'wire-hello-silent likely'],
    ['?tls=true', 'tls-silent likely'],
  ])('%s', async (options, verdict) => {
    // Port 9 is the discard service's, which nothing here provides; HAProxy tries it four times, once a second.
    const { port } = await during(startHaproxy({ backend: ['server one 127.0.0.1:9'] }))
    const report = await diagnosed(`mongodb://127.0.0.1:${port}/${options}`)
    expect(told(report).primary).toBe(verdict)
  })
})
