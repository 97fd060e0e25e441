import { MongoClient } from 'mongodb'
import { expect, onTestFinished, test } from 'vitest'

import { closeDriver } from '../src/session/close-driver.ts'
import { sessionServer } from './session-server.ts'
import type { SessionServer } from './session-server.ts'

// Longer than any test may take: what waits for it fails.
const politelyMs = 600_000

async function serve(silentTo: string): Promise<SessionServer> {
  const served = await sessionServer({ answer: (command) => (command === silentTo ? 'silent' : null) })
  onTestFinished(() => served.stop())
  return served
}

async function connected({ port }: SessionServer): Promise<MongoClient> {
  const client = new MongoClient(`mongodb://127.0.0.1:${port}`, { monitorCommands: true, maxPoolSize: 1 })
  await client.db('admin').command({ ping: 1 })
  return client
}

test('the server is told that the session is over, and its answer is not waited for', async () => {
  const served = await serve('endSessions')
  await closeDriver(await connected(served), politelyMs)
  await expect.poll(() => served.heard).toContain('endSessions')
  await expect.poll(() => served.open()).toBe(0)
})

test('a command that is never answered does not outlive the driver', async () => {
  const served = await serve('find')
  const client = await connected(served)
  const read = client.db('app').collection('c').find().toArray()
  await expect.poll(() => served.heard).toContain('find')
  await Promise.all([expect(read).rejects.toThrow(/closed/), closeDriver(client, politelyMs)])
  await expect.poll(() => served.open()).toBe(0)
})

test('a driver that was never connected is closed at once', async () => {
  const client = new MongoClient('mongodb://127.0.0.1:1', { monitorCommands: true })
  await expect(closeDriver(client, politelyMs)).resolves.toBeUndefined()
})
