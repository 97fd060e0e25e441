import { MongoClient } from 'mongodb'

import { Secret, defaultOptions } from '@mongowhy/core'
import { diagnose } from '@mongowhy/diagnose'

import type { Bench } from './lib/entry.ts'
import { median, ms, times } from './lib/figures.ts'
import { serverProcess } from './lib/server-process.ts'
import { table } from './lib/table.ts'

const rounds = 15
const delayMs = 20

/** A set of three with TLS and SCRAM at 40 ms round trip: our verdict against the driver's connect and ping, in turn. */
export const healthySet: Bench = {
  name: 'healthy-set',
  title: 'A healthy set of three, TLS and SCRAM, 40 ms round trip',
  async run(progress) {
    const { said: uri, stop } = await serverProcess('far-set.ts', [String(delayMs)])
    try {
      const pairs: { readonly ours: number; readonly driver: number }[] = []
      for (let round = 0; round <= rounds; round += 1) {
        progress(`round ${round}`)
        const driver = await timed(() => connectAndPing(uri))
        const ours = await timed(() => verdict(uri))
        if (round > 0) pairs.push({ ours, driver })
      }
      return table(
        ['figure', 'median', 'least', 'most'],
        [
          row(
            'mongowhy, diagnosis to verdict',
            pairs.map(({ ours }) => ours),
            ms,
          ),
          row(
            'driver, connect and ping',
            pairs.map(({ driver }) => driver),
            ms,
          ),
          row(
            'ratio, pair by pair',
            pairs.map(({ ours, driver }) => ours / driver),
            times,
          ),
        ],
      )
    } finally {
      stop()
    }
  },
}

function row(name: string, values: readonly number[], format: (value: number) => string): readonly string[] {
  return [name, format(median(values)), format(Math.min(...values)), format(Math.max(...values))]
}

async function timed(act: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await act()
  return performance.now() - began
}

async function connectAndPing(uri: string): Promise<void> {
  const client = await new MongoClient(uri).connect()
  await client.db('admin').command({ ping: 1 })
  // The driver's leave-taking is no part of what is measured; it must be over before the next round.
  setImmediate(() => void client.close())
}

async function verdict(uri: string): Promise<void> {
  const report = await diagnose({ uri: new Secret(uri), source: 'argument' }, defaultOptions)
  if (report.verdict.outcome !== 'healthy') throw new Error(`the verdict is ${report.verdict.outcome}`)
}
