import { connect, isIP } from 'node:net'
import type { Socket } from 'node:net'

import type { Served, Where } from '../served.ts'
import { serveTcp } from '../tcp/serve-tcp.ts'
import type { Behaviour } from '../tcp/serve-tcp.ts'
import { ByteReader } from './byte-reader.ts'

export interface Socks5Options extends Where {
  /** Demanded of every client; none unless told. */
  readonly credentials?: { readonly username: string; readonly password: string }
  /** The reply of RFC 1928 to every request (2 not allowed, 4 host unreachable, 5 refused, …) in place of a connection. */
  readonly reply?: number
  /** Takes over where the proxy would otherwise have spoken. */
  readonly instead?: {
    readonly of: 'method' | 'authentication' | 'reply'
    readonly behaviour: Behaviour
  }
  /** Addresses of the names that the proxy knows. `localhost` and loopback addresses are always known, others never. */
  readonly names?: Readonly<Record<string, string>>
}

export interface ServedSocks5 extends Served {
  /** `host:port` of every request so far. */
  readonly requested: readonly string[]
}

/** A SOCKS5 proxy that leads to loopback only. */
export async function serveSocks5(options: Socks5Options = {}): Promise<ServedSocks5> {
  const requested: string[] = []
  const served = await serveTcp((socket) => {
    serveClient(socket, options, requested).catch(() => socket.destroy())
  }, options)
  return { ...served, requested }
}

const refused = 5
const unreachable = 4

async function serveClient(socket: Socket, options: Socks5Options, requested: string[]): Promise<void> {
  const reader = new ByteReader(socket)
  const [version = 0, methodCount = 0] = await reader.take(2)
  if (version !== 5) {
    socket.destroy()
    return
  }
  const offered = await reader.take(methodCount)
  const method = options.credentials === undefined ? 0 : 2
  if (options.instead?.of === 'method') return hand(reader, socket, options.instead.behaviour)
  if (!offered.includes(method)) {
    socket.end(Buffer.from([5, 0xff]))
    return
  }
  socket.write(Buffer.from([5, method]))
  if (options.credentials !== undefined) {
    const given = await readCredentials(reader)
    if (options.instead?.of === 'authentication') return hand(reader, socket, options.instead.behaviour)
    const { username, password } = options.credentials
    const right = given.username === username && given.password === password
    socket.write(Buffer.from([1, right ? 0 : 1]))
    if (!right) {
      socket.end()
      return
    }
  }
  const { command, host, port } = await readRequest(reader)
  requested.push(`${host}:${port}`)
  if (options.instead?.of === 'reply') return hand(reader, socket, options.instead.behaviour)
  if (command !== 1) return end(socket, 7)
  if (options.reply !== undefined && options.reply !== 0) return end(socket, options.reply)
  const address = loopbackAddress(host, options.names ?? {})
  if (address === null) return end(socket, unreachable)
  await tunnel(reader, socket, address, port)
}

async function readCredentials(
  reader: ByteReader,
): Promise<{ readonly username: string; readonly password: string }> {
  const [, length = 0] = await reader.take(2)
  const username = (await reader.take(length)).toString()
  const [passwordLength = 0] = await reader.take(1)
  return { username, password: (await reader.take(passwordLength)).toString() }
}

async function readRequest(
  reader: ByteReader,
): Promise<{ readonly command: number; readonly host: string; readonly port: number }> {
  const [, command = 0, , kind = 0] = await reader.take(4)
  const host = await readHost(reader, kind)
  return { command, host, port: (await reader.take(2)).readUInt16BE(0) }
}

async function readHost(reader: ByteReader, kind: number): Promise<string> {
  if (kind === 1) return [...(await reader.take(4))].join('.')
  if (kind === 3) {
    const [length = 0] = await reader.take(1)
    return (await reader.take(length)).toString('latin1')
  }
  const bytes = await reader.take(16)
  return Array.from({ length: 8 }, (_, index) => bytes.readUInt16BE(index * 2).toString(16)).join(':')
}

function loopbackAddress(host: string, names: Readonly<Record<string, string>>): string | null {
  const address = names[host.toLowerCase()] ?? (host === 'localhost' ? '127.0.0.1' : host)
  if (isIP(address) === 4) return address.startsWith('127.') ? address : null
  return address === '::1' || address === '0:0:0:0:0:0:0:1' ? '::1' : null
}

function tunnel(reader: ByteReader, near: Socket, host: string, port: number): Promise<void> {
  return new Promise((resolve) => {
    const far = connect({ host, port, allowHalfOpen: true })
    near.once('close', () => far.destroy())
    far.once('error', () => {
      if (far.bytesRead + far.bytesWritten === 0) end(near, refused)
      else near.destroy()
      resolve()
    })
    far.once('connect', () => {
      near.write(replyBytes(0))
      reader.release()
      near.pipe(far)
      far.pipe(near)
      resolve()
    })
  })
}

function hand(reader: ByteReader, socket: Socket, behaviour: Behaviour): void {
  reader.release()
  behaviour(socket)
}

function end(socket: Socket, reply: number): void {
  socket.end(replyBytes(reply))
}

function replyBytes(reply: number): Buffer {
  return Buffer.from([5, reply, 0, 1, 127, 0, 0, 1, 0, 0])
}
