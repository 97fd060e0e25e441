// `npm run bench [-- NAME…]`: runs the benches and prints their tables; progress goes to standard error.
import { cpus } from 'node:os'

import { accuracy } from './accuracy.ts'
import { calibration } from './calibration.ts'
import { experiments } from './experiments.ts'
import { explain } from './explain.ts'
import { connectOverhead } from './connect-overhead.ts'
import { connectSoak } from './connect-soak.ts'
import { fleet } from './fleet.ts'
import { healthySet } from './healthy-set.ts'
import type { Bench } from './lib/entry.ts'
import { startUp } from './start-up.ts'
import { timeToVerdict } from './time-to-verdict.ts'
import { tlsMatrix } from './tls-matrix.ts'

const benches: readonly Bench[] = [
  startUp,
  explain,
  accuracy,
  calibration,
  healthySet,
  timeToVerdict,
  experiments,
  tlsMatrix,
  connectOverhead,
  connectSoak,
  fleet,
]

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !benches.some((bench) => bench.name === name))
if (unknown.length > 0) {
  console.error(
    `There is no bench ${unknown.join(', ')}. There are: ${benches.map(({ name }) => name).join(', ')}`,
  )
  process.exit(3)
}
const chosen = benches.filter(({ name, onRequest }) =>
  wanted.length === 0 ? onRequest !== true : wanted.includes(name),
)
console.log(
  `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ${process.platform}\n`,
)
for (const { title, name, run } of chosen) {
  console.error(`${name} …`)
  const result = await run((what) => process.stderr.isTTY && console.error(`  ${what}`))
  console.log(`## ${title}\n\n${result}\n`)
}
process.exit(0)
