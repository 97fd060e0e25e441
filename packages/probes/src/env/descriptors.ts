import { readdir } from 'node:fs/promises'

import type { HostSighting } from '@mongowhy/core'

import { readProc } from './read-start.ts'

/** How many files this process may open, and how many it has open; null where the system does not tell. */
export async function descriptors(): Promise<HostSighting['descriptors']> {
  const [limits, open] = await Promise.all([
    readProc('/proc/self/limits'),
    readdir('/proc/self/fd').catch(() => null),
  ])
  const soft = /^Max open files\s+(\d+)/m.exec(limits ?? '')?.[1]
  return { limit: soft === undefined ? null : Number(soft), open: open?.length ?? null }
}
