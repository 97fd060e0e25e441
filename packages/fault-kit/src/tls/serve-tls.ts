import type { Served, Where } from '../served.ts'
import { serveTcp } from '../tcp/serve-tcp.ts'
import { sendAlert } from './send-alert.ts'
import type { AlertOptions } from './send-alert.ts'
import { speakTls } from './speak-tls.ts'
import type { TlsOptions } from './speak-tls.ts'

/** Serves TLS with any certificate and any rule. */
export function serveTls(options: TlsOptions & Where): Promise<Served> {
  return serveTcp(speakTls(options), options)
}

/** Serves a TLS alert at any position of the handshake. */
export function serveAlert(options: AlertOptions & Where): Promise<Served> {
  return serveTcp(sendAlert(options), options)
}
