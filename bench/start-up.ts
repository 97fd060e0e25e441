import type { Bench } from './lib/entry.ts'
import { median, ms } from './lib/figures.ts'
import { runProcess } from './lib/run-process.ts'
import { table } from './lib/table.ts'

const rounds = 21
const command = 'packages/cli/bin/mongowhy.js'

const commands = {
  'node -e 0': ['-e', '0'],
  'mongowhy --version': [command, '--version'],
  'mongowhy --help': [command, '--help'],
  'mongowhy uri-scheme, offline': [command, 'diagnose', 'mongo://h', '--offline', '--quiet'],
} as const

/** What starting costs, whole processes in turn: A B C A B C. */
export const startUp: Bench = {
  name: 'start-up',
  title: 'Start-up, whole processes',
  async run() {
    const took = new Map<string, number[]>(Object.keys(commands).map((name) => [name, []]))
    for (let round = 0; round <= rounds; round += 1) {
      for (const [name, args] of Object.entries(commands)) {
        const { tookMs } = await runProcess(process.execPath, args, { boundMs: 30_000 })
        // The first round only warms the file cache.
        if (round > 0) took.get(name)?.push(tookMs)
      }
    }
    const bare = median(took.get('node -e 0') ?? [])
    return table(
      ['command', 'median', 'more than bare node'],
      [...took].map(([name, values]) => [name, ms(median(values)), ms(median(values) - bare)]),
    )
  },
}
