import { isIP } from 'node:net'

import { endpointOf, parseDuration, Secret } from '@mongowhy/core'
import type { DiagnoseOptions } from '@mongowhy/core'

import { UsageError } from '../exit-status.ts'

/** Milliseconds of `500ms`, `5s` or `2m`. */
export function duration(option: string, text: string): number {
  const value = parseDuration(text)
  if (value === null) {
    throw new UsageError(
      `--${option} is no duration: write 500ms, 5s or 2m, more than nothing and at most a day`,
    )
  }
  return value
}

/** A resolver as `address:port`; the port may be left out. */
export function resolver(text: string): string {
  const match = /^(?:\[(?<v6>[^\]]+)\]|(?<host>[^:[\]]+))(?::(?<port>\d{1,5}))?$/.exec(text)
  const bare = isIP(text) === 6 ? text : (match?.groups?.v6 ?? match?.groups?.host)
  const address = bare?.toLowerCase() === 'localhost' ? '127.0.0.1' : bare
  const port = isIP(text) === 6 ? 53 : Number(match?.groups?.port ?? 53)
  if (address === undefined || isIP(address) === 0 || !isPort(port)) {
    throw new UsageError('--dns wants the address of a resolver and its port: 9.9.9.9:53 or [2620:fe::fe]:53')
  }
  return endpointOf(address, port)
}

/** `HOST:PORT:ADDRESS`, as curl has it; IPv6 in brackets, the address may do without. */
export function resolution(text: string): DiagnoseOptions['resolve'][number] {
  const match = /^(?:\[(?<v6>[^\]]+)\]|(?<name>[^:[\]]+)):(?<port>\d{1,5}):(?<address>\S+)$/.exec(text)
  const host = match?.groups?.v6 ?? match?.groups?.name
  const port = Number(match?.groups?.port)
  const address = match?.groups?.address?.replace(/^\[(.*)\]$/, '$1')
  if (host === undefined || address === undefined || !isPort(port) || isIP(address) === 0) {
    throw new UsageError(
      '--resolve wants HOST:PORT:ADDRESS with an IP address: db.example.net:27017:10.0.0.5',
    )
  }
  return { host: host.toLowerCase().replace(/\.$/, ''), port, address }
}

/** A SOCKS5 proxy. It may hold a password, so it is never repeated. */
export function proxy(text: string): Secret {
  const wrong = new UsageError('--proxy wants socks5://HOST:PORT or socks5://USER:PASSWORD@HOST:PORT')
  if (!text.startsWith('socks5://') || !URL.canParse(text)) throw wrong
  const { hostname, pathname, search, hash } = new URL(text)
  if (hostname === '' || !['', '/'].includes(pathname) || search !== '' || hash !== '') throw wrong
  return new Secret(text)
}

/** A namespace that a document may be written to. */
export function namespace(text: string): { readonly database: string; readonly collection: string } {
  const dot = text.indexOf('.')
  const database = text.slice(0, Math.max(0, dot))
  const collection = text.slice(dot + 1)
  if (!/^[^\s/\\."$*<>:|?\0]{1,63}$/.test(database) || !/^[^$\0]{1,200}$/.test(collection)) {
    throw new UsageError('--write-check wants a database and a collection: app.mongowhy_scratch')
  }
  if (collection.startsWith('system.') || ['admin', 'local', 'config'].includes(database)) {
    throw new UsageError("--write-check does not write to the server's own databases and collections")
  }
  return { database, collection }
}

/** A host to compare with: `HOST`, `HOST:PORT`, `[IPV6]:PORT`. */
export function control(text: string): NonNullable<DiagnoseOptions['control']> {
  const match = /^(?:\[(?<v6>[^\]]+)\]|(?<name>[^:[\]\s/@]+))(?::(?<port>\d{1,5}))?$/.exec(text)
  const host = isIP(text) === 6 ? text : (match?.groups?.v6 ?? match?.groups?.name)
  const port = isIP(text) === 6 ? undefined : match?.groups?.port
  const wrong =
    host === undefined || host.length > 253 || (match?.groups?.v6 !== undefined && isIP(host) !== 6)
  if (wrong || (port !== undefined && !isPort(Number(port)))) {
    throw new UsageError('--control wants a host and, if need be, a port: example.net or example.net:27017')
  }
  return { host: host.toLowerCase().replace(/\.$/, ''), port: port === undefined ? null : Number(port) }
}

/** A whole number from 1 to `most`. */
export function count(option: string, text: string, most: number): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : 0
  if (value < 1 || value > most) {
    throw new UsageError(`--${option} wants a whole number from 1 to ${most}`)
  }
  return value
}

function isPort(port: number): boolean {
  return Number.isInteger(port) && port >= 1 && port <= 65_535
}
