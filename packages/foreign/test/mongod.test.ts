import { MongoClient } from 'mongodb'
import { describe, expect, test } from 'vitest'

import { needsMongod, startMongod } from '../src/index.ts'
import { fileOption, root, sound, trusting } from './certificates.ts'
import { diagnosed, during, told } from './diagnosed.ts'
import { needing } from './needing.ts'

const healthy = { outcome: 'healthy', primary: null, others: [], advisories: [] }
const user = { name: 'ann', password: 'correct-4a1c' }
const trust = trusting()
const ours = fileOption('tlsCertificateKeyFile', root.issue({ purpose: 'client' }).combinedPem)

/** One administrative command over loopback. */
async function administer(port: number, command: Record<string, unknown>): Promise<void> {
  const client = new MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`)
  try {
    await client.db('admin').command(command)
  } finally {
    await client.close()
  }
}

describe('mongod', { timeout: 90_000 }, () => {
  needing(needsMongod)

  test('is healthy, and MongoDB’s own', async () => {
    const { port } = await during(startMongod())
    expect(told(await diagnosed(`mongodb://127.0.0.1:${port}/test`))).toEqual(healthy)
  })

  test('refuses TLS when it has none', async () => {
    const { port } = await during(startMongod())
    const report = await diagnosed(`mongodb://127.0.0.1:${port}/test?${await trust()}`)
    expect(told(report).primary).toBe('tls-server-is-plain certain')
  })

  test('is asked for its set before and after it is initiated', async () => {
    const { port } = await during(startMongod({ replicaSet: 'rs0' }))
    const uri = `mongodb://127.0.0.1:${port}/test`
    expect(told(await diagnosed(`${uri}?replicaSet=rs0`)).primary).toBe('topology-not-initiated certain')
    const members = [{ _id: 0, host: `127.0.0.1:${port}` }]
    await administer(port, { replSetInitiate: { _id: 'rs0', members } })
    await expect
      .poll(async () => told(await diagnosed(`${uri}?replicaSet=rs0`)), { timeout: 30_000 })
      .toEqual(healthy)
    expect(told(await diagnosed(`${uri}?replicaSet=other`)).primary).toBe('topology-set-name certain')
  })

  test('wants a login', async () => {
    const { port } = await during(startMongod({ auth: true }))
    await administer(port, { createUser: user.name, pwd: user.password, roles: ['readWriteAnyDatabase'] })
    const at = `127.0.0.1:${port}/shop`
    const right = `mongodb://${user.name}:${user.password}@${at}`
    expect(told(await diagnosed(`${right}?authSource=admin`))).toEqual(healthy)
    const wrong = await diagnosed(`mongodb://${user.name}:wrong@${at}?authSource=admin`)
    expect(told(wrong).primary).toBe('auth-rejected certain')
    expect(told(await diagnosed(right)).primary).toMatch(/^auth-source-wrong /)
    expect(told(await diagnosed(`mongodb://${at}`)).primary).toBe('auth-not-provided certain')
  })

  test('wants TLS and a client certificate', async () => {
    const { port } = await during(startMongod({ tls: sound, clientCa: root.certificatePem }))
    const uri = `mongodb://127.0.0.1:${port}/test`
    expect(told(await diagnosed(`${uri}?${await trust()}&${await ours()}`))).toEqual(healthy)
    const bare = await diagnosed(`${uri}?${await trust()}`)
    expect(told(bare).primary).toMatch(/^tls-client-certificate-required /)
    expect(told(await diagnosed(uri)).primary).toBe('tls-client-is-plain certain')
  })
})
