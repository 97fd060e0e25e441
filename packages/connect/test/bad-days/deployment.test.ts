import { expect, test } from 'vitest'

import { authority, commandError, relayTo, serveMongo, serveTls, temporaryFile } from '@mongowhy/fault-kit'
import type { MongoOptions, ServedMongo } from '@mongowhy/fault-kit'
import { needsFerretDb, openWay, startFerretDb } from '@mongowhy/foreign'

import { after, bad, underLoad } from './scene.ts'

bad()

const bound = { timeout: 90_000 }

test('the certificate is swapped for one that is over, and back', bound, async (context) => {
  if (needsFerretDb.missing !== null) return context.skip(needsFerretDb.missing)
  const server = await startFerretDb()
  after.push(() => server.stop())
  const root = authority()
  const ca = await temporaryFile('ca.pem', root.certificatePem)
  after.push(() => ca.remove())
  const good = root.issue({ addresses: ['127.0.0.1'] })
  const over = root.issue({
    addresses: ['127.0.0.1'],
    notBefore: new Date(Date.now() - 20 * 86_400_000),
    notAfter: new Date(Date.now() - 86_400_000),
  })
  const right = await serveTls({ issued: good, inner: relayTo(server) })
  const wrong = await serveTls({ issued: over, inner: relayTo(server) })
  after.push(
    () => right.stop(),
    () => wrong.stop(),
  )
  const way = await openWay(right)
  after.push(() => way.stop())
  const scene = await underLoad(
    way,
    `mongodb://127.0.0.1:${way.port}/app?tls=true&tlsCAFile=${encodeURIComponent(ca.path)}`,
  )
  way.lead(wrong)
  way.drop()
  const status = await scene.becomes({ status: 'fail', code: 'tls-certificate-expired' })
  expect(status.observedValue).toBeNull()
  way.lead(right)
  await scene.becomes({ status: 'pass' })
  await scene.worksAgain()
  await scene.end()
})

test('the primary is stepped down, and another takes over after a while', bound, async () => {
  const set = await electable()
  const scene = await underLoad(null, set.uri)
  set.elect(null)
  await scene.becomes({ status: 'fail', code: 'topology-no-primary' })
  set.elect(1)
  await scene.becomes({ status: 'pass' })
  await scene.worksAgain()
  // The lab's members here do not copy from one another: what must be there is asked of both.
  await scene.load.stop()
  expect(scene.events).toContainEqual({ type: 'lost', index: 0, code: 'topology-no-primary' })
  await scene.mongo.close()
})

test('the pool is starved by operations that never end', bound, async () => {
  const held: (() => void)[] = []
  const served = await serveMongo({
    onCommand: (name) =>
      name === 'distinct' ? new Promise((resolve) => held.push(() => resolve(undefined))) : undefined,
  })
  after.push(() => served.stop())
  const scene = await underLoad(null, `mongodb://127.0.0.1:${served.port}/app`, {
    driver: { maxPoolSize: 2, socketTimeoutMS: 0 },
  })
  const slow = [1, 2].map(() => scene.mongo.db.collection('days').distinct('x'))
  await scene.becomes({ status: 'fail', code: 'ops-pool-exhausted' })
  expect(scene.mongo.metrics().connections.inUse).toBe(2)
  expect(scene.mongo.metrics().connections.waiting).toBeGreaterThan(0)
  for (const free of held) free()
  await Promise.all(slow)
  await scene.becomes({ status: 'pass' })
  await scene.worksAgain()
  await scene.end()
})

test('the driver waits for ever for an answer to its heartbeat', bound, async () => {
  let broken = false
  let asked = 0
  const served = await serveMongo({
    onHello: (_, { document }) => {
      // Only what opens a connection says which client it is.
      if (!broken || 'client' in document) return undefined
      asked += 1
      return 'hang'
    },
    onCommand: (name) =>
      broken && asked > 0 && ['insert', 'find'].includes(name)
        ? commandError(91, 'ShutdownInProgress', 'shutdown')
        : undefined,
  })
  after.push(() => served.stop())
  const scene = await underLoad(
    null,
    `mongodb://127.0.0.1:${served.port}/app?serverMonitoringMode=poll&retryWrites=false&retryReads=false`,
    // Without a bound it waits as it does for a connection that ended in the moment in which it wrote to it.
    { driver: { connectTimeoutMS: 0 } },
  )
  const handle = scene.mongo.collections.days
  broken = true
  await expect.poll(() => scene.load.failed.length, { timeout: 20_000 }).toBeGreaterThan(0)
  broken = false
  await scene.becomes({ status: 'fail' })
  await scene.becomes({ status: 'pass' })
  expect(scene.events).toContainEqual({ type: 'renewed', index: 0 })
  await scene.worksAgain()
  expect(await handle.findOne()).not.toBeNull()
  await scene.end()
})

interface Electable {
  readonly uri: string
  /** Makes one of the two members primary, or none. */
  elect(member: 0 | 1 | null): void
}

/** Two members whose roles change: in place of a `replSetStepDown`, which the lab's sets do not know. */
async function electable(): Promise<Electable> {
  let primary: 0 | 1 | null = 0
  let term = 1
  const members: ServedMongo[] = []
  const options = (own: 0 | 1): MongoOptions => ({
    setName: 'rs0',
    onHello: (reply) => {
      const hosts = members.map(({ port }) => `127.0.0.1:${port}`)
      const { primary: _, ...rest } = reply
      const leads = primary === own
      return {
        ...rest,
        hosts,
        me: hosts[own],
        setVersion: term,
        ...('ismaster' in reply ? { ismaster: leads } : { isWritablePrimary: leads }),
        secondary: !leads,
        ...(primary === null ? {} : { primary: hosts[primary] }),
      }
    },
    onCommand: (name) =>
      primary !== own && ['insert', 'find', 'ping'].includes(name)
        ? commandError(10107, 'NotWritablePrimary', 'not primary')
        : undefined,
  })
  for (const own of [0, 1] as const) {
    const served = await serveMongo(options(own))
    after.push(() => served.stop())
    members.push(served)
  }
  return {
    uri: `mongodb://${members.map(({ port }) => `127.0.0.1:${port}`).join(',')}/app?replicaSet=rs0&serverMonitoringMode=poll`,
    elect: (member) => {
      primary = member
      term += 1
    },
  }
}
