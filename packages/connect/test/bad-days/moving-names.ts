// Run in network and mount namespaces of its own, where the system's resolver is ours: an application under load whose
// server's name changes. Prints what the status came to after each change, and whether the application goes on.
import { setTimeout as pause } from 'node:timers/promises'

import { connect, defineCollections } from '@mongowhy/connect'
import { serveDns } from '@mongowhy/fault-kit'
import type { ZoneEntry } from '@mongowhy/fault-kit'
import { openWay, startFerretDb } from '@mongowhy/foreign'

import { loadOn } from './load.ts'
import { quick } from './quick.ts'

const unhandled: string[] = []
process.on('unhandledRejection', (reason) => unhandled.push(String(reason)))

const name = 'db.example.test'
const at = (address: string): ZoneEntry => ({ A: [address] })
const zone: Record<string, ZoneEntry> = { [name]: at('127.0.0.2') }

// The rules are many modules; loading them from source takes longer than any diagnosis.
await import('../../src/diagnosis.ts')
const dns = await serveDns({ host: '127.0.0.1', port: 53, zone })
const ferret = await startFerretDb()
const before = await openWay(ferret, { host: '127.0.0.2' })
const behind = await openWay(ferret, { host: '127.0.0.3', port: before.port })

const mongo = await connect({
  collections: defineCollections({ days: {} }),
  uri: `mongodb://${name}:${before.port}/app`,
  env: { NODE_ENV: 'test' },
  logger: { info() {}, warn() {}, error() {} },
  driver: quick,
})
const load = loadOn(() => mongo.collections.days as never)
await until(() => load.acknowledged.length > 20)

const seen: { readonly change: string; readonly said: string; readonly works: boolean }[] = []

async function changed(change: string, wanted: string, act: () => unknown): Promise<void> {
  await act()
  await until(async () => (await said()) === wanted)
  const acknowledged = load.acknowledged.length
  const works = wanted === 'pass' && (await until(() => load.acknowledged.length > acknowledged + 20))
  seen.push({ change, said: await said(), works })
}

async function said(): Promise<string> {
  const { status, code } = await mongo.status()
  return code ?? status
}

/** Waits until something holds, for as long as a busy machine may need; whether it did. */
async function until(holds: () => boolean | Promise<boolean>): Promise<boolean> {
  const end = performance.now() + 25_000
  while (performance.now() < end) {
    if (await holds()) return true
    await pause(100)
  }
  return false
}

await changed('the server leaves its address', 'tcp-refused', () => before.cut())
await changed('the name moves to its new one', 'pass', () => {
  zone[name] = at('127.0.0.3')
})
const moved = behind.open() > 0
await changed('the name is taken out of its zone', 'dns-host-missing', () => {
  zone[name] = 'nxdomain'
  behind.drop()
})
await changed('the name is back', 'pass', () => {
  zone[name] = at('127.0.0.3')
})

await load.stop()
const found = await mongo.collections.days.find({}, { projection: { _id: 1 } }).toArray()
const there = new Set(found.map(({ _id }) => Number(_id)))
const lost = load.acknowledged.filter((id) => !there.has(id)).length
await mongo.close()
const left = !(await until(() => behind.open() === 0))
await Promise.all([before.stop(), behind.stop(), dns.stop()])
await ferret.stop()
process.stdout.write(JSON.stringify({ seen, moved, lost, left, unhandled }))
