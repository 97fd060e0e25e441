import type { Issued } from '../pki/index.ts'
import type { Behaviour } from '../tcp/serve-tcp.ts'
import { acceptAndClose } from '../tcp/behaviours.ts'
import { sendAlertNow } from './alert-record.ts'
import type { Alert } from './alert-record.ts'
import type { ClientHello } from './client-hello.ts'
import { peekClientHello } from './peek.ts'

/** Where in the handshake a server breaks off. */
export type AlertPosition =
  | 'before-server-hello'
  | 'after-server-hello'
  | 'after-certificate'
  | 'after-client-flight'
  | 'after-handshake'
  | 'after-first-bytes'

export interface AlertOptions extends Alert {
  /** `before-server-hello` unless told. */
  readonly position?: AlertPosition
  /** The certificate to show at later positions; a self-signed one unless told. */
  readonly issued?: Issued
  /** Whom to refuse; everyone unless told. */
  readonly when?: (hello: ClientHello) => boolean
  /** What the others meet; an orderly close unless told. Clients that speak no TLS meet it too. */
  readonly otherwise?: Behaviour
}

/** Refuses with an alert, as a behaviour. */
export function sendAlert(options: AlertOptions): Behaviour {
  const { when = () => true, otherwise = acceptAndClose() } = options
  return (socket) =>
    peekClientHello(socket, (hello) => {
      if (hello === null || !when(hello)) return otherwise(socket)
      sendAlertNow(socket, options)
    })
}
