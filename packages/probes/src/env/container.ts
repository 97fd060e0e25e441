import { access } from 'node:fs/promises'

import type { HostSighting } from '@mongowhy/core'

import { readProc } from './read-start.ts'

/** The kind of container that this process runs in, by the marks that the engines leave; null: none was found. */
export async function container(): Promise<HostSighting['container']> {
  if (process.env['KUBERNETES_SERVICE_HOST'] !== undefined) return 'kubernetes'
  const [docker, podman, cgroup] = await Promise.all([
    exists('/.dockerenv'),
    exists('/run/.containerenv'),
    readProc('/proc/1/cgroup'),
  ])
  if (cgroup !== null && cgroup.includes('kubepods')) return 'kubernetes'
  if (podman) return 'podman'
  if (docker || (cgroup !== null && cgroup.includes('docker'))) return 'docker'
  const marked = process.env['container'] !== undefined
  return marked || (cgroup !== null && /containerd|lxc|garden/.test(cgroup)) ? 'other' : null
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
