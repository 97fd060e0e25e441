import { join } from 'node:path'

import { labFaults, optionArguments, startFault, UnavailableFault } from '@mongowhy/lab'
import type { RunningFault } from '@mongowhy/lab'

import type { Bench } from './lib/entry.ts'
import { median, ms, times } from './lib/figures.ts'
import { ofThisProcess } from './lib/of-this-process.ts'
import { driver, mongosh } from './lib/peers.ts'
import type { Peer } from './lib/peers.ts'
import { runProcess } from './lib/run-process.ts'
import { table } from './lib/table.ts'

const stageTimeoutMs = 5_000
// A fault may stand in another folder.
const command = join(import.meta.dirname, '../packages/cli/bin/mongowhy.js')
const boundMs = 90_000

interface Ours {
  readonly code: string
  readonly ours: number
  readonly named: string | null
}

interface Theirs {
  readonly driver: number | null
  readonly mongosh: number | null
}

type Row = Ours & Theirs

const none: Theirs = { driver: null, mongosh: null }

// Faults that are up at the same time, each with its two peers at the door.
const atOnce = 6

// Each fault costs the peers their half minute: BENCH_EVERY=3 takes every third, a sample that can be waited for.
const every = Math.max(1, Number(process.env['BENCH_EVERY'] ?? '1') || 1)

/** Faults whose verdict waits for a silence, and so for the bound on a step. */
const silent: ReadonlySet<string> = new Set([
  'tcp-filtered',
  'tls-silent',
  'wire-hello-silent',
  'dns-srv-dropped',
])

/** Time to the verdict of every lab fault: the command as a whole process, against the driver's own failure and mongosh's. */
export const timeToVerdict: Bench = {
  name: 'time-to-verdict',
  title: 'Time to the verdict, whole processes',
  async run(progress) {
    const shell = mongosh()
    const official = driver()
    const rows: Row[] = []
    const all = labFaults()
      .map(({ code }) => code)
      .filter((code) => code !== ofThisProcess)
      .filter((_, index) => index % every === 0)
    for (let at = 0; at < all.length; at += atOnce) {
      const codes = all.slice(at, at + atOnce)
      progress(codes.join(', '))
      const faults = (await Promise.all(codes.map(startIfAvailable))).flatMap((fault) => fault ?? [])
      try {
        const ours: Ours[] = []
        for (const fault of faults) ours.push(await measureOurs(fault))
        // The peers wait for most of their time; waiting together, they do not disturb one another.
        const theirs = await Promise.all(faults.map((fault) => measurePeers(fault, official, shell)))
        rows.push(...ours.map((own, index) => ({ ...own, ...(theirs[index] ?? none) })))
      } finally {
        await Promise.all(faults.map((fault) => fault.stop()))
      }
    }
    return [
      table(
        ['fault', 'mongowhy', 'names', `driver ${official.version}`, `mongosh ${shell?.version ?? '–'}`],
        rows.map((row) => [
          row.code,
          ms(row.ours),
          row.named === row.code ? 'it' : (row.named ?? 'nothing'),
          told(row.driver),
          told(row.mongosh),
        ]),
      ),
      '',
      summary(rows),
    ].join('\n')
  },
}

async function startIfAvailable(code: string): Promise<RunningFault | null> {
  try {
    return await startFault(code)
  } catch (error) {
    if (error instanceof UnavailableFault) return null
    throw error
  }
}

async function measureOurs(fault: RunningFault): Promise<Ours> {
  const own = [fault.uri, '--json', ...optionArguments({ ...fault.options, stageTimeoutMs })]
  const runs: number[] = []
  let named: string | null = null
  for (let run = 0; run < 3; run += 1) {
    const ran = await runProcess(process.execPath, [command, ...own], { boundMs })
    runs.push(ran.tookMs)
    named = codeOf(ran.stdout)
    if (ran.tookMs > 4_000) break
  }
  return { code: fault.code, ours: median(runs), named }
}

async function measurePeers(fault: RunningFault, official: Peer, shell: Peer | null): Promise<Theirs> {
  // The peers know no resolver of ours; an address for a host can be given to the driver alone.
  const needsResolver = (fault.options.resolvers ?? []).length > 0
  const resolved = (fault.options.resolve ?? []).map(
    ({ host, port, address }) => `${host}:${port}:${address}`,
  )
  const [byDriver, byShell] = await Promise.all([
    needsResolver ? null : runProcess(process.execPath, [official.path, fault.uri, ...resolved], { boundMs }),
    needsResolver || resolved.length > 0 || shell === null
      ? null
      : runProcess(
          process.execPath,
          [
            shell.path,
            fault.uri,
            '--quiet',
            '--eval',
            'db.runCommand({ ping: 1 }); db.mongowhy_probe.findOne()',
          ],
          { boundMs },
        ),
  ])
  return {
    driver: byDriver?.tookMs ?? null,
    mongosh: byShell?.tookMs ?? null,
  }
}

function codeOf(stdout: string): string | null {
  try {
    const { verdict } = JSON.parse(stdout) as {
      verdict: { primary: { code: string } | null; advisories: readonly { code: string }[] }
    }
    return verdict.primary?.code ?? verdict.advisories[0]?.code ?? null
  } catch {
    return null
  }
}

function told(tookMs: number | null): string {
  return tookMs === null ? 'cannot meet it' : ms(tookMs)
}

function summary(rows: readonly Row[]): string {
  const against = (peer: 'driver' | 'mongosh'): readonly number[] =>
    rows.flatMap((row) => (row[peer] === null ? [] : [row[peer] / row.ours]))
  const answering = rows.filter(({ code }) => !silent.has(code))
  const waiting = rows.filter(({ code }) => silent.has(code))
  const slower = answering.filter((row) => row.mongosh !== null && row.mongosh < row.ours)
  return table(
    ['figure', 'value'],
    [
      ['times faster than the driver, median', times(median(against('driver')))],
      ['times faster than mongosh, median', times(median(against('mongosh')))],
      [
        'faults that answer: median, slowest',
        `${ms(median(answering.map(({ ours }) => ours)))}, ${ms(Math.max(...answering.map(({ ours }) => ours)))}`,
      ],
      [
        'faults that answer, slower than mongosh',
        slower.length === 0 ? 'none' : slower.map(({ code }) => code).join(', '),
      ],
      [
        'silent faults: beyond the bound on a step, most',
        ms(Math.max(...waiting.map(({ ours }) => ours - stageTimeoutMs))),
      ],
    ],
  )
}
