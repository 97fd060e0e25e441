import type { Served } from '../served.ts'
import { serveTcp } from '../tcp/serve-tcp.ts'
import type { Behaviour } from '../tcp/serve-tcp.ts'
import { speakTls } from '../tls/index.ts'
import { serveUnixSocket } from '../unix/index.ts'
import { converse } from './converse.ts'
import { hostAndPort } from './endpoints.ts'
import type { MongoOptions } from './options.ts'
import { newServer } from './server.ts'
import type { SeenCommand, Server } from './server.ts'

export interface ServedMongo extends Served {
  /** `mongodb://…` without credentials; with `tls=true` and `replicaSet` where they apply. */
  readonly uri: string
  /** The commands that arrived so far, oldest first. */
  seen(): readonly SeenCommand[]
}

/**
 * Serves MongoDB's wire protocol: logins, users with rights, and documents in memory, as far as drivers connect, log in
 * and do the common operations. Any option makes it wrong in one way.
 */
export function serveMongo(options: MongoOptions = {}): Promise<ServedMongo> {
  return serveState(newServer(options))
}

/** The same as a behaviour, for `serveTcp` and the `inner` of `serveTls`; `tls`, `unixSocket` and `host` have no effect. */
export function speakMongo(options: MongoOptions = {}): Behaviour {
  const server = newServer(options)
  return (socket) => converse(server, socket)
}

/** Serves a state that was made before, as members of a set need it. */
export async function serveState(server: Server): Promise<ServedMongo> {
  const { options } = server
  const inner: Behaviour = (socket) => converse(server, socket)
  const behaviour = options.tls === undefined ? inner : speakTls({ ...options.tls, inner })
  const served =
    options.unixSocket === undefined
      ? await serveTcp(behaviour, options)
      : await serveUnixSocket(options.unixSocket, behaviour)
  const where = hostAndPort(served.host, served.port)
  server.address = where
  return {
    host: served.host,
    port: served.port,
    stop: () => served.stop(),
    uri: uriOf([where], options),
    seen: () => [...server.seen],
  }
}

/** A connection string of these endpoints without credentials. */
export function uriOf(endpoints: readonly string[], options: MongoOptions): string {
  const hosts = endpoints.map((each) => (each.startsWith('/') ? encodeURIComponent(each) : each))
  const inSet = options.setName !== undefined && options.role !== 'ghost'
  const parameters = [
    ...(inSet ? [`replicaSet=${options.setName}`] : []),
    ...(options.tls === undefined ? [] : ['tls=true']),
    ...(options.role === 'load-balanced' ? ['loadBalanced=true'] : []),
  ]
  return `mongodb://${hosts.join(',')}/${parameters.length === 0 ? '' : `?${parameters.join('&')}`}`
}
