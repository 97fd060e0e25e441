import { join } from 'node:path'

import { authority, temporaryFile } from '@mongowhy/fault-kit'
import { describe, expect, onTestFinished, test } from 'vitest'

import { needsFerretDb, startFerretDb, temporaryFolder } from '../src/index.ts'
import { diagnosed, during, told } from './diagnosed.ts'
import { needing } from './needing.ts'

const healthy = { outcome: 'healthy', primary: null, others: [], advisories: ['wire-not-genuine'] }

const root = authority()
const issued = root.issue({ names: ['localhost'], addresses: ['127.0.0.1'] })

async function caFile(): Promise<string> {
  const file = await temporaryFile('ca.pem', root.certificatePem)
  onTestFinished(() => file.remove())
  return file.path
}

describe('FerretDB is healthy, and said not to be MongoDB’s own', () => {
  needing(needsFerretDb)

  test('plain', async () => {
    const server = await during(startFerretDb())
    const report = await diagnosed(`mongodb://127.0.0.1:${server.port}/test`)
    expect(told(report)).toEqual(healthy)
  })

  test('with TLS', async () => {
    const server = await during(startFerretDb({ tls: issued }))
    const report = await diagnosed(
      `mongodb://127.0.0.1:${server.port}/test?tls=true&tlsCAFile=${encodeURIComponent(await caFile())}`,
    )
    expect(told(report)).toEqual(healthy)
  })

  test('with a login', async () => {
    const user = { name: 'ann', password: 'p@ss word' }
    const server = await during(startFerretDb({ user }))
    const report = await diagnosed(
      `mongodb://ann:${encodeURIComponent(user.password)}@127.0.0.1:${server.port}/shop?authSource=admin`,
    )
    expect(told(report)).toEqual(healthy)
    expect(JSON.stringify(report)).not.toContain(user.password)
  })

  test('as a set', async () => {
    const server = await during(startFerretDb({ replicaSet: 'rs0' }))
    const report = await diagnosed(`mongodb://127.0.0.1:${server.port}/test?replicaSet=rs0`)
    expect(told(report)).toEqual(healthy)
  })

  test('at a Unix socket', async () => {
    const folder = await temporaryFolder()
    onTestFinished(folder.remove)
    const path = join(folder.path, 'mongodb.sock')
    const server = await during(startFerretDb({ unixSocket: path }))
    const uri = `mongodb://${encodeURIComponent(path)}/test`
    expect(told(await diagnosed(uri))).toEqual(healthy)
    await server.stop()
    expect(told(await diagnosed(uri)).primary).toBe('tcp-unix-socket certain')
  })

  test('with a document’s life', async () => {
    const server = await during(startFerretDb())
    const report = await diagnosed(`mongodb://127.0.0.1:${server.port}/test`, {
      writeCheck: { database: 'shop', collection: 'orders' },
    })
    expect(told(report)).toEqual(healthy)
  })
})
