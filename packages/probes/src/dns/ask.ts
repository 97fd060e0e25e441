import type { DnsSighting, Variations } from '@mongowhy/core'

import type { Bound } from '../bound.ts'
import { askServer } from './raw.ts'
import { askRuntime } from './runtime.ts'
import { resolveSystem } from './system.ts'

/** One question to one resolver. A bad answer is what was seen; rejects only with the signal's reason. */
export async function askDns(vary: Variations['dns.query'], bound: Bound): Promise<DnsSighting> {
  const { name, type, resolver, transport, edns, checkingDisabled } = vary
  if (resolver === 'runtime') return askRuntime({ name, type }, bound)
  if (resolver !== 'system')
    return askServer({ name, type, edns, checkingDisabled }, resolver.server, bound, transport)
  if (type === 'A') return (await resolveSystem(name, bound)).a
  if (type === 'AAAA') return (await resolveSystem(name, bound)).aaaa
  // getaddrinfo knows addresses only.
  return { name, type, server: null, transport: 'getaddrinfo', outcome: 'failed', code: 'ENOTSUP' }
}
