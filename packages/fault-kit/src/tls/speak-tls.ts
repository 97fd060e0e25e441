import { AsyncLocalStorage } from 'node:async_hooks'
import type { Socket } from 'node:net'
import { createServer } from 'node:tls'
import type { TLSSocket } from 'node:tls'

import { acceptAndHang } from '../tcp/behaviours.ts'
import { carriedBy } from '../tcp/reset.ts'
import type { Behaviour } from '../tcp/serve-tcp.ts'
import { sendAlertNow } from './alert-record.ts'
import { alertForClient } from './client-verdict.ts'
import { serveGated } from './gated.ts'
import { peekClientHello } from './peek.ts'
import { serverOptions } from './server-options.ts'
import type { TlsIdentity } from './server-options.ts'

export interface TlsOptions extends TlsIdentity {
  readonly requestClientCertificate?: ClientCertificateOptions
  /** Refuse clients that name no server, or none of `names`. `true`: any name will do. */
  readonly requireServername?: true | ServernameOptions
  /** What happens inside TLS; hangs unless told. */
  readonly inner?: (socket: TLSSocket) => void
}

export interface ClientCertificateOptions {
  /** PEM of the authorities whose clients are let in. */
  readonly ca: string
  readonly required: boolean
  /**
   * How a missing or invalid certificate is refused when required: with the alert that OpenSSL sends, or, as mongod
   * does, by closing once the handshake is complete. `alert` unless told.
   */
  readonly refusal?: 'alert' | 'close'
}

export interface ServernameOptions {
  readonly names?: readonly string[]
  /** 112 (unrecognized_name) unless told; null closes without an alert. */
  readonly alert?: number | null
}

/** TLS as a behaviour: for `serveTcp`, `serveUnixSocket`, `otherwise`. */
export function speakTls(options: TlsOptions): Behaviour {
  const begin = handshakes(options)
  if (options.requireServername === undefined) return begin
  const { names = null, alert = 112 } = options.requireServername === true ? {} : options.requireServername
  return (socket) =>
    peekClientHello(socket, (hello) => {
      const name = hello?.servername ?? null
      if (hello === null || (name !== null && (names === null || names.includes(name)))) return begin(socket)
      if (alert !== null) return sendAlertNow(socket, { alert })
      socket.resume()
      socket.end()
    })
}

function handshakes(options: TlsOptions): Behaviour {
  const inner = options.inner ?? acceptAndHang()
  const wanted = options.requestClientCertificate
  if (wanted?.required !== true) return ungated(options, inner)
  if (wanted.refusal === 'close') {
    return ungated(options, (secure) => {
      if (secure.authorized) inner(secure)
      else secure.end()
    })
  }
  const settings = serverOptions(options, wanted.ca)
  return (raw) =>
    serveGated(raw, { stop: 'client-flight', alert: null }, settings, (secure, gate) => {
      if (!secure.authorized) return gate.refuse({ alert: alertForClient(secure) })
      gate.open()
      inner(secure)
    })
}

function ungated(options: TlsOptions, inner: (socket: TLSSocket) => void): Behaviour {
  // Node does not say which TCP socket carries a TLS socket; the context of the call does.
  const carrier = new AsyncLocalStorage<Socket>()
  const server = createServer(serverOptions(options, options.requestClientCertificate?.ca))
  const { staple } = options
  if (staple !== undefined) server.on('OCSPRequest', (_certificate, _issuer, answer) => answer(null, staple))
  server.on('secureConnection', (secure) => {
    secure.on('error', () => undefined)
    const raw = carrier.getStore()
    if (raw !== undefined) carriedBy(secure, raw)
    inner(secure)
  })
  return (socket) => carrier.run(socket, () => void server.emit('connection', socket))
}
