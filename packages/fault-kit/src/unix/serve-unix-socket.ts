import { rename } from 'node:fs/promises'
import { createServer } from 'node:net'

import { listenAtPath } from '../served.ts'
import type { Served } from '../served.ts'
import type { Behaviour } from '../tcp/serve-tcp.ts'

/** Serves one behaviour at a Unix socket; `host` is the path, `port` is 0. `stop()` removes the socket. */
export function serveUnixSocket(path: string, behaviour: Behaviour): Promise<Served> {
  return listenAtPath(createServer({ allowHalfOpen: true }, behaviour), path)
}

/** Leaves a socket file that nobody listens at, as a server that was killed does. The caller removes it. */
export async function abandonedUnixSocket(path: string): Promise<void> {
  const server = await listenAtPath(createServer(), `${path}~`)
  await rename(`${path}~`, path)
  await server.stop()
}
