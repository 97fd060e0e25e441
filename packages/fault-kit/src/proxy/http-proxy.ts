import { connect } from 'node:net'
import type { Socket } from 'node:net'

import type { Served, Where } from '../served.ts'
import { serveTcp } from '../tcp/serve-tcp.ts'

export interface HttpProxyOptions extends Where {
  /** The status of the answer to CONNECT; 200 leads to loopback, 403 unless told. */
  readonly status?: number
}

// A request line and headers longer than this are no client's.
const mostHeaderBytes = 16_384

/** An HTTP proxy: answers `400 Bad Request` to what is not HTTP, and CONNECT as told. */
export function serveHttpProxy(options: HttpProxyOptions = {}): Promise<Served> {
  return serveTcp((socket) => serveClient(socket, options.status ?? 403), options)
}

function serveClient(socket: Socket, status: number): void {
  let head = ''
  const onData = (chunk: Buffer): void => {
    head += chunk.toString('latin1')
    const end = head.indexOf('\r\n\r\n')
    if (isHttp(head) && end < 0 && head.length < mostHeaderBytes) return
    socket.off('data', onData)
    socket.resume()
    const target = /^CONNECT (127(?:\.\d{1,3}){3}|localhost):(\d{1,5}) /.exec(head)
    if (!isHttp(head) || end < 0) answer(socket, 400)
    else if (status !== 200 || target === null) answer(socket, status === 200 ? 403 : status)
    else tunnel(socket, target[1] ?? '127.0.0.1', Number(target[2]))
  }
  socket.on('data', onData)
  socket.once('end', () => socket.destroy())
}

function isHttp(head: string): boolean {
  return /^[A-Z]{1,12}(?: |$)/.test(head)
}

function answer(socket: Socket, status: number): void {
  const words = status === 400 ? 'Bad Request' : status === 403 ? 'Forbidden' : 'Error'
  socket.end(
    `HTTP/1.1 ${status} ${words}\r\nContent-Type: text/plain\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`,
  )
}

function tunnel(near: Socket, host: string, port: number): void {
  const far = connect({ host, port })
  near.once('close', () => far.destroy())
  far.once('error', () => answer(near, 502))
  far.once('connect', () => {
    near.write('HTTP/1.1 200 Connection established\r\n\r\n')
    near.pipe(far)
    far.pipe(near)
  })
}
