import { AsyncLocalStorage } from 'node:async_hooks'
import { createServer } from 'node:tls'
import type { SecureVersion, Server, TLSSocket } from 'node:tls'
import type { Socket } from 'node:net'

import type { Issued } from '../pki/index.ts'
import { acceptAndHang } from '../tcp/behaviours.ts'
import { carriedBy } from '../tcp/reset.ts'
import type { Behaviour } from '../tcp/serve-tcp.ts'
import { peekClientHello } from './peek.ts'
import { sendAlertNow } from './alert-record.ts'

export interface TlsOptions {
  readonly issued: Issued
  /** The PEM certificates to send, leaf first, in place of `issued.chainPem`. */
  readonly chain?: string
  readonly minVersion?: SecureVersion
  readonly maxVersion?: SecureVersion
  /** An OpenSSL cipher list; weak keys and digests are allowed unless told. */
  readonly ciphers?: string
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
  const carrier = new AsyncLocalStorage<Socket>()
  const server = secureServer(options, carrier)
  const rule = options.requireServername
  const begin = (socket: Socket): void => carrier.run(socket, () => void server.emit('connection', socket))
  if (rule === undefined) return begin
  const { names = null, alert = 112 } = rule === true ? {} : rule
  return (socket) =>
    peekClientHello(socket, (hello) => {
      const name = hello?.servername ?? null
      if (hello === null || (name !== null && (names === null || names.includes(name)))) return begin(socket)
      if (alert !== null) return sendAlertNow(socket, { alert })
      socket.resume()
      socket.end()
    })
}

function secureServer(options: TlsOptions, carrier: AsyncLocalStorage<Socket>): Server {
  const wanted = options.requestClientCertificate
  const server = createServer({
    cert: options.chain ?? options.issued.chainPem,
    key: options.issued.keyPem,
    ciphers: options.ciphers ?? 'DEFAULT:@SECLEVEL=0',
    requestCert: wanted !== undefined,
    rejectUnauthorized: false,
    ...(wanted === undefined ? {} : { ca: wanted.ca }),
    ...(options.minVersion === undefined ? {} : { minVersion: options.minVersion }),
    ...(options.maxVersion === undefined ? {} : { maxVersion: options.maxVersion }),
  })
  const inner = options.inner ?? acceptAndHang()
  server.on('secureConnection', (socket) => {
    socket.on('error', () => undefined)
    const under = carrier.getStore()
    if (under !== undefined) carriedBy(socket, under)
    if (wanted?.required === true && !socket.authorized) {
      socket.end()
      return
    }
    inner(socket)
  })
  return server
}
