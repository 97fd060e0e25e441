import { setTimeout as wait } from 'node:timers/promises'

import { closedPort, serveDns, serveMongo } from '@mongowhy/fault-kit'
import type { Served } from '@mongowhy/fault-kit'

import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { ada } from '../kit/server-fault.ts'

const host = 'db.lab.test'
// Long enough for a first look on a busy machine, short enough to be over within the rounds.
const startsAfterMs = 2_000

export const fault: Fault = defineFault({
  code: 'server-starting',
  summary: 'a server that opens its port two seconds after its name was first looked up',
  certainty: 'likely',
  async start() {
    const closed = await closedPort()
    const dns = await serveDns({ zone: { [host]: { A: [closed.host] } } })
    const stopped = new AbortController()
    const starting = startOnce(dns, closed, stopped.signal)
    // Whoever stops the fault learns of it.
    starting.catch(() => {})
    return {
      uri: `mongodb://ada:${canary}@${host}:${closed.port}/?authSource=admin`,
      options: { resolvers: [dns.address], repeat: 40 },
      stop: async () => {
        stopped.abort()
        const server = await starting
        await Promise.all([dns.stop(), (server ?? closed).stop()])
      },
    }
  },
})

/** The server begins with the first client, as containers that start together do; null where it was stopped before. */
async function startOnce(
  dns: Awaited<ReturnType<typeof serveDns>>,
  closed: Served,
  signal: AbortSignal,
): Promise<Served | null> {
  while (!signal.aborted && dns.asked.length === 0) await wait(20)
  try {
    await wait(startsAfterMs, undefined, { signal })
  } catch {
    return null
  }
  await closed.stop()
  return serveMongo({ host: closed.host, port: closed.port, users: [ada] })
}
