import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Bench } from './lib/entry.ts'
import { median, ms, times } from './lib/figures.ts'
import { errorsAlone, quietLog } from './lib/logs.ts'
import { runWithPeak } from './lib/peak-memory.ts'
import { runProcess } from './lib/run-process.ts'
import { table } from './lib/table.ts'

const rounds = 11
const boundMs = 120_000
const command = 'packages/cli/bin/mongowhy.js'
const logBytes = 50 * 1024 * 1024

const oneError = `MongoServerSelectionError: connect ECONNREFUSED 127.0.0.1:27017
    at Topology.selectServer (/app/node_modules/mongodb/lib/sdam/topology.js:326:38)
  [cause]: MongoNetworkError: connect ECONNREFUSED 127.0.0.1:27017
`

interface Measured {
  readonly name: string
  readonly args: readonly string[]
  readonly promised: string
}

/** What an explanation costs, whole processes in turn beside a bare Node; memory from one more run of each. */
export const explain: Bench = {
  name: 'explain',
  title: 'explain, whole processes',
  async run(progress) {
    const folder = mkdtempSync(join(tmpdir(), 'mongowhy-bench-'))
    try {
      const input = (name: string, text: string): readonly string[] => {
        const path = join(folder, name)
        writeFileSync(path, text)
        return [command, 'explain', path]
      }
      const measured: readonly Measured[] = [
        { name: 'node -e 0', args: ['-e', '0'], promised: '' },
        { name: 'one error', args: input('one.txt', oneError), promised: '100 ms' },
        { name: 'a log of 50 MB', args: input('quiet.log', quietLog(logBytes)), promised: '2 s, 200 MB' },
        {
          name: '50 MB of errors alone, no two alike',
          args: input('errors.log', errorsAlone(logBytes)),
          promised: '',
        },
      ]
      return await tableOf(folder, measured, progress)
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
}

async function tableOf(
  folder: string,
  measured: readonly Measured[],
  progress: (what: string) => void,
): Promise<string> {
  const took = new Map<string, number[]>(measured.map(({ name }) => [name, []]))
  for (let round = 0; round <= rounds; round += 1) {
    for (const { name, args } of measured) {
      progress(`${name}, ${round} of ${rounds}`)
      const { tookMs } = await runProcess(process.execPath, args, { boundMs })
      // The first round only warms the file cache.
      if (round > 0) took.get(name)?.push(tookMs)
    }
  }
  const bare = median(took.get('node -e 0') ?? [])
  const rows = []
  for (const { name, args, promised } of measured) {
    const { peakMb } = await runWithPeak(folder, args, boundMs)
    const middle = median(took.get(name) ?? [])
    rows.push([name, ms(middle), times(middle / bare), `${Math.round(peakMb)} MB`, promised])
  }
  return table(['what', 'median', 'of a bare node', 'peak memory', 'promised'], rows)
}
