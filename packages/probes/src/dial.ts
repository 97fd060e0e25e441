import type { Socket } from 'node:net'

import { endpointParts } from '@mongowhy/core'
import type { Endpoint, ProxySighting, TcpSighting } from '@mongowhy/core'

import type { Bound } from './bound.ts'
import { openThroughProxy } from './proxy/index.ts'
import type { ApproachSettings } from './settings.ts'
import { openTcp } from './tcp/index.ts'

/** A way to the endpoint's port: what was met on it, and the socket where it is open. */
export type Dialled =
  | { readonly by: 'tcp'; readonly saw: TcpSighting; readonly socket: Socket | null }
  | { readonly by: 'proxy'; readonly saw: ProxySighting; readonly socket: Socket | null }

/** Opens one connection, straight or through the proxy; the caller destroys the socket. */
export async function dial(
  settings: ApproachSettings,
  endpoint: Endpoint,
  address: string,
  bound: Bound,
): Promise<Dialled> {
  const { host, port } = endpointParts(endpoint)
  if (settings.proxy !== null && port !== null) {
    return { by: 'proxy', ...(await openThroughProxy(settings.proxy, { host, port }, bound)) }
  }
  return { by: 'tcp', ...(await openTcp({ host, port, address }, bound)) }
}
