import { setMaxListeners } from 'node:events'

import { endpointOf, isLoopback, parseTarget } from '@mongowhy/core'
import type { Target } from '@mongowhy/core'

import { HostQueue } from './queue.ts'

export interface Turns {
  /** How many targets have their turn at once. */
  readonly concurrency: number
  readonly signal: AbortSignal
}

// Each diagnosis has some connections to each member; a host that many targets share must not take them for an attack.
const mostAtOneHost = 4

interface Waiting {
  readonly target: Target
  readonly index: number
  readonly hosts: readonly string[]
}

/**
 * Gives each target its turn, few at once at one host. Resolves when all had theirs, or when the signal aborted and what
 * had begun is over. Rejects with the first failure, once the others, whose signal then aborts, are over too.
 */
export async function inTurn(
  targets: readonly Target[],
  { concurrency, signal }: Turns,
  act: (target: Target, index: number, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const failed = new AbortController()
  const either = AbortSignal.any([signal, failed.signal])
  setMaxListeners(0, either)
  const queue = new HostQueue(waiting(targets), () => mostAtOneHost)
  const running = new Set<Promise<void>>()
  const begin = (one: Waiting): void => {
    const turn = act(one.target, one.index, either).finally(() => {
      queue.release(one)
      running.delete(turn)
    })
    running.add(turn)
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
    await Promise.all(running)
  } catch (error) {
    failed.abort(new DOMException('another failed', 'AbortError'))
    throw error
  } finally {
    await Promise.allSettled(running)
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
