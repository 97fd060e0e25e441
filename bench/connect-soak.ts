import { setTimeout as pause } from 'node:timers/promises'

import { connect } from '@mongowhy/connect'
import { relayTo, serveMongo, serveTcp } from '@mongowhy/fault-kit'
import type { Served } from '@mongowhy/fault-kit'
import { freePort, needsFerretDb, startFerretDb } from '@mongowhy/foreign'

import type { Bench } from './lib/entry.ts'
import { table } from './lib/table.ts'

const workers = 8
const samples = 8

// Long enough to see a leak of one socket or one listener for each fault; `BENCH_SOAK_S=3600` for an hour.
const defaultSeconds = 40

/** An application under load whose server goes away and comes back again and again: sockets and memory must stay flat. */
export const connectSoak: Bench = {
  name: 'connect-soak',
  title: '`mongowhy/connect` under load, with the server gone for a second between samples',
  onRequest: true,
  async run(progress) {
    const seconds = Number(process.env['BENCH_SOAK_S'] ?? defaultSeconds)
    const server = needsFerretDb.missing === null ? await startFerretDb() : await serveMongo()
    const port = await freePort()
    const open = new Set<unknown>()
    const serve = (): Promise<Served> =>
      serveTcp(
        (socket) => {
          open.add(socket)
          socket.once('end', () => socket.destroy())
          socket.once('close', () => open.delete(socket))
          relayTo(server)(socket)
        },
        { port },
      )
    let way = await serve()
    const mongo = await connect({
      uri: `mongodb://127.0.0.1:${port}/soak`,
      env: {},
      driver: { serverSelectionTimeoutMS: 3_000, heartbeatFrequencyMS: 500, minHeartbeatFrequencyMS: 500 },
    })
    const load = loadOn(() => mongo.db.collection('things'))
    const rows: (readonly string[])[] = []
    try {
      for (let sample = 0; sample <= samples; sample += 1) {
        progress(`sample ${sample} of ${samples}`)
        await pause((seconds * 1_000) / (samples + 1))
        const { status } = await mongo.status()
        globalThis.gc?.()
        const { heapUsed, rss } = process.memoryUsage()
        rows.push([
          String(sample),
          status,
          String(open.size),
          `${(heapUsed / 1_048_576).toFixed(1)} MiB`,
          `${(rss / 1_048_576).toFixed(0)} MiB`,
          String(load.done()),
          String(load.failed()),
        ])
        if (sample === samples) break
        await way.stop()
        await pause(1_000)
        await mongo.status()
        way = await serve()
      }
    } finally {
      await load.stop()
      await mongo.close()
      await pause(200)
      rows.push(['closed', '', String(open.size), '', '', '', ''])
      await way.stop()
      await server.stop()
    }
    return table(['sample', 'status', 'sockets', 'heap', 'resident', 'operations', 'failed'], rows)
  },
}

interface Things {
  findOne(): Promise<unknown>
  insertOne(document: object): Promise<unknown>
  deleteMany(filter: object): Promise<unknown>
}

function loadOn(things: () => Things): { done(): number; failed(): number; stop(): Promise<void> } {
  const stopping = new AbortController()
  let [done, failed] = [0, 0]
  const work = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      try {
        await things().insertOne({ at: new Date() })
        await things().findOne()
        if (done % 500 === 0) await things().deleteMany({})
        done += 1
      } catch {
        // The server is gone from time to time; how often that was met stands in the table.
        failed += 1
        await pause(20)
      }
    }
  }
  const running = Array.from({ length: workers }, work)
  return {
    done: () => done,
    failed: () => failed,
    stop: async () => {
      stopping.abort()
      await Promise.all(running)
    },
  }
}
