import type { HostSighting } from '@mongowhy/core'

import { readProc } from './read-start.ts'

/** How many TCP sockets there are, and how many local ports to make more; null where the system does not tell. */
export async function sockets(): Promise<NonNullable<HostSighting['sockets']> | null> {
  const [statistics, range] = await Promise.all([
    readProc('/proc/net/sockstat'),
    readProc('/proc/sys/net/ipv4/ip_local_port_range'),
  ])
  const counts = /^TCP: inuse (\d+) orphan \d+ tw (\d+)/m.exec(statistics ?? '')
  if (counts === null) return null
  const [first = NaN, last = NaN] = (range ?? '').trim().split(/\s+/).map(Number)
  const localPorts = last >= first ? last - first + 1 : null
  return { open: Number(counts[1]), timeWait: Number(counts[2]), localPorts }
}
