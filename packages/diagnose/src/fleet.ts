import { setMaxListeners } from 'node:events'

import { parseTarget } from '@mongowhy/core'
import type { DiagnoseOptions, Report, Target } from '@mongowhy/core'
import { SharedWork } from '@mongowhy/probes'

import { diagnose } from './diagnose.ts'

export interface FleetOptions {
  /** How many targets are diagnosed at once. */
  readonly concurrency: number
  readonly signal: AbortSignal
  readonly version?: string
  /** Called with each report as it comes, in no particular order; what it returns is waited for. */
  onReport(report: Report, index: number): Promise<void>
}

// Each diagnosis has some connections to each member; a host that many targets share must not take them for an attack.
const mostAtOneHost = 4

/**
 * Diagnoses many targets in one process. Looks at this machine and answers of resolvers are shared; a host is looked at
 * for few targets at once. Keeps no report. Resolves when all are done, or the signal aborted.
 */
export async function diagnoseFleet(
  targets: readonly Target[],
  options: DiagnoseOptions,
  { concurrency, signal, version, onReport }: FleetOptions,
): Promise<void> {
  const shared = new SharedWork()
  const busy = new Map<string, number>()
  const waiting = targets.map((target, index) => ({ target, index, hosts: hostsOf(target) }))
  setMaxListeners(0, signal)
  const next = (): (typeof waiting)[number] | undefined => {
    const at = waiting.findIndex(({ hosts }) => hosts.every((host) => (busy.get(host) ?? 0) < mostAtOneHost))
    return at < 0 ? undefined : waiting.splice(at, 1)[0]
  }
  const count = (hosts: readonly string[], by: 1 | -1): void => {
    for (const host of hosts) {
      const now = (busy.get(host) ?? 0) + by
      if (now === 0) busy.delete(host)
      else busy.set(host, now)
    }
  }
  const running = new Set<Promise<void>>()
  while ((waiting.length > 0 || running.size > 0) && !signal.aborted) {
    for (
      let one = next();
      one !== undefined && running.size < concurrency;
      one = running.size < concurrency ? next() : undefined
    ) {
      const { target, index, hosts } = one
      count(hosts, 1)
      const work = diagnose(target, options, {
        signal,
        shared,
        ...(version === undefined ? {} : { version }),
      })
        .then((report) => onReport(report, index))
        .finally(() => {
          count(hosts, -1)
          running.delete(work)
        })
      running.add(work)
    }
    await Promise.race(running)
  }
  await Promise.all(running)
}

/** The hosts as they stand in the connection string; what an SRV record leads to is not known yet. */
function hostsOf(target: Target): readonly string[] {
  const { uri } = parseTarget(target.uri.reveal())
  return [...new Set(uri.hosts.map(({ host }) => host.toLowerCase()))]
}
