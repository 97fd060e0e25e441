import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Bench } from './lib/entry.ts'
import { fleetHosts } from './lib/fleet-hosts.ts'
import { median, ms } from './lib/figures.ts'
import { runWithPeak } from './lib/peak-memory.ts'
import { runProcess } from './lib/run-process.ts'
import { serverProcess } from './lib/server-process.ts'
import { table } from './lib/table.ts'

const boundMs = 1_800_000
const concurrency = '32'
const rounds = 3
// Thousands are what it is for; of fewer, the start of two processes would be what is compared.
const againstBare = 4_000
const sizes = [1_000, 2_000, 4_000, 10_000] as const
const ports = 64

interface Run {
  readonly tookMs: number
  readonly peakMb: number
  readonly healthy: number
}

/**
 * Many healthy targets behind TLS: against a loop of bare `tls.connect` and `hello` at the same concurrency, in turn, near
 * and 20 ms away; and the time and the memory that more targets take.
 */
export const fleet: Bench = {
  name: 'fleet',
  title: 'Many targets in one process',
  onRequest: true,
  async run(progress) {
    const folder = mkdtempSync(join(tmpdir(), 'mongowhy-bench-'))
    try {
      const against: string[][] = []
      for (const delayMs of [0, 10]) {
        progress(`against a bare loop, ${2 * delayMs} ms`)
        const servers = await serversAt(folder, delayMs)
        try {
          against.push(await sideBySide(folder, servers, delayMs))
        } finally {
          servers.stop()
        }
      }
      const servers = await serversAt(folder, 0)
      try {
        const grown: string[][] = []
        for (const size of sizes) {
          progress(`${size} targets`)
          const { tookMs, peakMb, healthy } = await ours(folder, write(folder, servers, size))
          grown.push([
            String(size),
            ms(tookMs),
            ms(tookMs / size),
            `${Math.round(peakMb)} MB`,
            String(healthy),
          ])
        }
        return [
          table(['round trip', 'bare loop, a second', 'mongowhy, a second', 'share'], against),
          '',
          table(['targets', 'time', 'each', 'peak memory', 'healthy'], grown),
        ].join('\n')
      } finally {
        servers.stop()
      }
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
}

async function sideBySide(folder: string, servers: Servers, delayMs: number): Promise<string[]> {
  const targets = write(folder, servers, againstBare)
  const [theirs, own]: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round += 1) {
    theirs.push((await bare(targets, servers.ca)).tookMs)
    own.push((await ours(folder, targets)).tookMs)
  }
  const perSecond = (runs: readonly number[]): number => (1_000 * againstBare) / median(runs)
  return [
    `${2 * delayMs} ms`,
    perSecond(theirs).toFixed(0),
    perSecond(own).toFixed(0),
    `${((100 * perSecond(own)) / perSecond(theirs)).toFixed(0)} %`,
  ]
}

interface Servers {
  readonly ports: readonly string[]
  readonly ca: string
  stop(): void
}

async function serversAt(folder: string, delayMs: number): Promise<Servers> {
  const ca = join(folder, 'ca.pem')
  const { said, stop } = await serverProcess('fleet-servers.ts', [String(ports), String(delayMs), ca])
  return { ports: said.split(','), ca, stop }
}

/** Each target has a host and port that few others have, so that no bound on one host is what is measured. */
function write(folder: string, servers: Servers, size: number): string {
  const lines = Array.from({ length: size }, (_, at) => {
    const host = fleetHosts[at % fleetHosts.length] ?? ''
    const port = servers.ports[Math.floor(at / fleetHosts.length) % servers.ports.length] ?? ''
    return `mongodb://${host}:${port}/db${at}?tls=true&tlsCAFile=${encodeURIComponent(servers.ca)}`
  })
  const path = join(folder, `targets-${size}`)
  writeFileSync(path, `${lines.join('\n')}\n`)
  return path
}

async function ours(folder: string, targets: string): Promise<Run> {
  const { tookMs, stderr, peakMb } = await runWithPeak(
    folder,
    ['packages/cli/bin/mongowhy.js', 'diagnose', '--targets', targets, '--concurrency', concurrency],
    boundMs,
  )
  const healthy = Number(/^\s+(\d+) {2}healthy/m.exec(stderr)?.[1] ?? 0)
  return { tookMs, peakMb, healthy }
}

function bare(targets: string, ca: string): ReturnType<typeof runProcess> {
  const script = join(import.meta.dirname, 'lib/bare-fleet.mjs')
  return runProcess(process.execPath, [script, targets, concurrency, ca], { boundMs })
}
