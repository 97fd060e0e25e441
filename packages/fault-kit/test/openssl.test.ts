import { spawn, spawnSync } from 'node:child_process'

import { expect, test } from 'vitest'

import { authority, serveAlert, serveTls } from '../src/index.ts'
import type { Served } from '../src/index.ts'

const installed = spawnSync('openssl', ['version']).status === 0
const root = authority()
const issued = root.issue({ names: ['db.lab.test'] })

/** What `openssl s_client` says, both streams together. */
function client(to: Served, ...options: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn('openssl', ['s_client', '-connect', `${to.host}:${to.port}`, ...options])
    let text = ''
    const take = (chunk: Buffer): void => {
      text += chunk.toString('latin1')
    }
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    child.stdin.on('error', () => undefined)
    child.on('error', reject)
    child.on('close', () => resolve(text))
    setTimeout(() => child.kill(), 1_000)
  })
}

test.runIf(installed).each([
  ['before-server-hello', '-tls1_2', false],
  ['before-server-hello', '-tls1_3', false],
  ['after-server-hello', '-tls1_2', false],
  ['after-server-hello', '-tls1_3', false],
  ['after-certificate', '-tls1_2', true],
  ['after-certificate', '-tls1_3', true],
  ['after-client-flight', '-tls1_2', true],
  ['after-client-flight', '-tls1_3', true],
  ['after-handshake', '-tls1_2', true],
] as const)(
  'openssl sees the alert %s (%s); it has seen the certificate: %s',
  async (position, version, shown) => {
    const served = await serveAlert({ alert: 80, position, issued })
    const said = await client(served, version, '-showcerts')
    expect(said).toContain('SSL alert number 80')
    expect(said.includes('BEGIN CERTIFICATE')).toBe(shown)
    await served.stop()
  },
)

test.runIf(installed)('openssl is asked for a certificate and refused without one', async () => {
  const served = await serveTls({
    issued,
    requestClientCertificate: { ca: root.certificatePem, required: true },
  })
  expect(await client(served, '-tls1_2')).toContain('SSL alert number 40')
  expect(await client(served, '-tls1_3')).toContain('SSL alert number 116')
  await served.stop()
})
