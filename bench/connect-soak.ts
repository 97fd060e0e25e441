import { setTimeout as pause } from 'node:timers/promises'
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

import { connect } from '@mongowhy/connect'
import { relayTo, serveMongo, serveTcp } from '@mongowhy/fault-kit'
import type { Served } from '@mongowhy/fault-kit'
import { freePort, needsFerretDb, startFerretDb } from '@mongowhy/foreign'

import type { Bench } from './lib/entry.ts'
import { table } from './lib/table.ts'

const workers = 8
const outages = 24

// Until then modules are loaded, and what is compiled brings its feedback into the heap.
const warmUp = 8

// Long enough to see a leak of one socket or one listener for each fault; `BENCH_SOAK_S=3600` for an hour.
const defaultSeconds = 120

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
    let renewed = 0
    const mongo = await connect({
      uri: `mongodb://127.0.0.1:${port}/soak`,
      env: {},
      onEvent: ({ type }) => {
        if (type === 'renewed') renewed += 1
      },
      driver: { serverSelectionTimeoutMS: 3_000, heartbeatFrequencyMS: 500, minHeartbeatFrequencyMS: 500 },
    })
    const load = loadOn(() => mongo.db.collection('things'))
    const taken: Sample[] = []
    try {
      for (let outage = 0; outage <= outages; outage += 1) {
        progress(`outage ${outage} of ${outages}`)
        await pause((seconds * 1_000) / (outages + 1))
        const { status } = await mongo.status()
        taken.push({
          status,
          sockets: open.size,
          ...memory(),
          done: load.done(),
          failed: load.failed(),
          renewed,
        })
        if (outage === outages) break
        await way.stop()
        await pause(1_000)
        await mongo.status()
        way = await serve()
      }
    } finally {
      await load.stop()
      await mongo.close()
      await pause(200)
      await way.stop()
      await server.stop()
    }
    return `${table(headings, rowsOf(taken))}\n\n${flatness(taken)} Sockets after close: ${open.size}.`
  },
}

interface Sample {
  readonly status: string
  readonly sockets: number
  readonly heap: number
  readonly resident: number
  readonly done: number
  readonly failed: number
  readonly renewed: number
}

const headings = ['outages', 'status', 'sockets', 'heap', 'resident', 'operations', 'failed', 'renewed']

// Every fourth of them stands in the table; all of them are in the line below it.
function rowsOf(taken: readonly Sample[]): readonly (readonly string[])[] {
  return taken.flatMap((each, at) =>
    at % 4 === 0
      ? [
          [
            String(at),
            each.status,
            String(each.sockets),
            `${each.heap.toFixed(1)} MiB`,
            `${each.resident.toFixed(0)} MiB`,
            String(each.done),
            String(each.failed),
            String(each.renewed),
          ],
        ]
      : [],
  )
}

/** What the heap gains with each outage, by least squares over the samples after the warm-up. */
function flatness(taken: readonly Sample[]): string {
  const points = taken.slice(warmUp).map(({ heap }, at) => [at, heap] as const)
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, each) => sum + each, 0) / values.length
  const [x, y] = [mean(points.map(([at]) => at)), mean(points.map(([, heap]) => heap))]
  const slope =
    mean(points.map(([at, heap]) => (at - x) * (heap - y))) / mean(points.map(([at]) => (at - x) ** 2))
  const sockets = Math.max(...taken.map((each) => each.sockets))
  return `Heap after collection, without code, from the ${warmUp}th outage on: ${y.toFixed(1)} MiB, ${(slope * 1_024).toFixed(1)} KiB more with each outage. Most sockets at once: ${sockets}.`
}

/** In MiB, after everything that can be collected was. */
function memory(): Pick<Sample, 'heap' | 'resident'> {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  collect()
  // What the engine compiles while it learns what is hot would read as a leak for an hour.
  const heap = getHeapSpaceStatistics()
    .filter(({ space_name: name }) => !name.startsWith('code_'))
    .reduce((sum, { space_used_size: used }) => sum + used, 0)
  return { heap: heap / 1_048_576, resident: process.memoryUsage().rss / 1_048_576 }
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
