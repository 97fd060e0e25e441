import type { Socket } from 'node:net'

import { selfSigned } from '../pki/index.ts'
import { acceptAndClose } from '../tcp/behaviours.ts'
import type { Behaviour } from '../tcp/serve-tcp.ts'
import { sendAlertNow } from './alert-record.ts'
import type { Alert } from './alert-record.ts'
import type { ClientHello } from './client-hello.ts'
import { serveGated } from './gated.ts'
import type { GateStop } from './gate.ts'
import { peekClientHello } from './peek.ts'
import { serverOptions } from './server-options.ts'
import type { TlsIdentity } from './server-options.ts'

/**
 * Where in the handshake a server breaks off. `after-client-flight`: the client has sent its last message, the server
 * not yet (TLS 1.2), or the client may take itself for connected (TLS 1.3). `after-handshake`: both are connected; in
 * TLS 1.3 no client can tell this from the position before. `after-first-bytes`: once the client has said something.
 */
export type AlertPosition =
  | 'before-server-hello'
  | 'after-server-hello'
  | 'after-certificate'
  | 'after-client-flight'
  | 'after-handshake'
  | 'after-first-bytes'

export interface AlertOptions extends Alert, Partial<TlsIdentity> {
  /** `before-server-hello` unless told. The later ones take TLS 1.2 or 1.3. */
  readonly position?: AlertPosition
  /** Ask the client for a certificate of these authorities (PEM) before the alert. */
  readonly requestClientCertificateOf?: string
  /** Send the alert in the clear where TLS 1.3 encrypts it, as broken middleboxes do. */
  readonly plaintext?: boolean
  /** Whom to refuse; everyone unless told. */
  readonly when?: (hello: ClientHello) => boolean
  /** What the others meet; an orderly close unless told. Clients that speak no TLS meet it too. */
  readonly otherwise?: Behaviour
}

/** Refuses with an alert, as a behaviour. */
export function sendAlert(options: AlertOptions): Behaviour {
  const { when = () => true, otherwise = acceptAndClose() } = options
  const refuse = refusing(options)
  return (socket) =>
    peekClientHello(socket, (hello) => {
      if (hello === null || !when(hello)) otherwise(socket)
      else refuse(socket)
    })
}

function refusing(options: AlertOptions): Behaviour {
  const { position = 'before-server-hello', plaintext = false } = options
  if (position === 'before-server-hello') return (socket) => sendAlertNow(socket, options)
  // Only these ciphers leave a record that can be added by hand.
  const ciphers = options.ciphers ?? 'AESGCM:CHACHA20:@SECLEVEL=0'
  const issued = options.issued ?? selfSigned()
  const settings = serverOptions({ ...options, issued, ciphers }, options.requestClientCertificateOf)
  const plan = { stop: stopOf(position), alert: position === 'after-first-bytes' ? null : options, plaintext }
  return (socket: Socket) =>
    serveGated(socket, plan, settings, (secure, gate) => {
      if (position === 'after-first-bytes') secure.once('data', () => gate.refuse(options))
      // The gate itself puts the alert behind the last message of TLS 1.2, which is still on its way here.
      else if (position !== 'after-handshake' || secure.getProtocol() === 'TLSv1.3') gate.refuse(options)
    })
}

function stopOf(position: Exclude<AlertPosition, 'before-server-hello'>): GateStop {
  switch (position) {
    case 'after-server-hello':
      return 'server-hello'
    case 'after-certificate':
      return 'certificate'
    case 'after-client-flight':
      return 'client-flight'
    case 'after-handshake':
    case 'after-first-bytes':
      return 'handshake'
  }
}
