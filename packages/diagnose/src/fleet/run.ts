import { setMaxListeners } from 'node:events'

import { endpointOf, isLoopback, parseTarget } from '@mongowhy/core'
import type { DiagnoseOptions, Report, Target } from '@mongowhy/core'
import { SharedWork } from '@mongowhy/probes'

import { diagnose } from '../diagnose.ts'
import { HostQueue } from './queue.ts'

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

interface Waiting {
  readonly target: Target
  readonly index: number
  readonly hosts: readonly string[]
}

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
  // A report that cannot be handed on ends the rest: nobody would hear of it.
  const failed = new AbortController()
  const either = AbortSignal.any([signal, failed.signal])
  const queue = new HostQueue(waiting(targets), () => mostAtOneHost)
  setMaxListeners(0, either)
  const running = new Set<Promise<void>>()
  const begin = (one: Waiting): void => {
    const hooks = { signal: either, shared, ...(version === undefined ? {} : { version }) }
    const work = diagnose(one.target, options, hooks)
      .then((report) => onReport(report, one.index))
      .finally(() => {
        queue.release(one)
        running.delete(work)
      })
    running.add(work)
  }
  try {
    while (!either.aborted) {
      while (running.size < concurrency) {
        const next = queue.take()
        if (next === undefined) break
        begin(next)
      }
      if (running.size === 0) return
      await Promise.race(running)
    }
  } catch (error) {
    failed.abort()
    throw error
  } finally {
    await Promise.allSettled(running)
    shared.end()
  }
}

function* waiting(targets: readonly Target[]): Generator<Waiting> {
  for (const [index, target] of targets.entries()) yield { target, index, hosts: hostsOf(target) }
}

/**
 * The hosts as they stand in the connection string; what an SRV record leads to is not known yet. Of this machine each
 * port counts as a host: containers and tunnels lead to others.
 */
function hostsOf(target: Target): readonly string[] {
  const { uri } = parseTarget(target.uri.reveal())
  return [
    ...new Set(
      uri.hosts.map(({ host, port }) =>
        isLoopback(host) ? endpointOf(host.toLowerCase(), port ?? 27_017) : host.toLowerCase(),
      ),
    ),
  ]
}
