import { cite, says } from '@mongowhy/core'
import type { Citation } from '@mongowhy/core'

import { refusal, sawNoCertificate } from './tls.ts'
import type { HandshakeLook } from './tls.ts'

/** Alerts by which a server judges a client's certificate, or the lack of one. */
export const certificateAlerts: readonly number[] = [40, 41, 42, 43, 44, 45, 46, 48, 49, 51, 113, 116]

/** How a server ended the connection after our side of the handshake was done; null where it did not. */
export type EndAfterFlight =
  | { readonly is: 'alert'; readonly number: number; readonly name: string; readonly says: Citation }
  | { readonly is: 'closed' | 'reset'; readonly says: Citation }

/**
 * Reads what came after the client's own flight. TLS 1.2 servers refuse within the handshake, TLS 1.3 servers after it;
 * mongod completes it in both cases and hangs up.
 */
export function endAfterFlight(look: HandshakeLook): EndAfterFlight | null {
  const { saw } = look
  const endpoint = look.ask.endpoint ?? ''
  if (sawNoCertificate(saw)) return null
  const alert = refusal(saw)
  if (alert !== undefined) {
    if (alert.position !== 'after-client-flight' && alert.position !== 'after-handshake') return null
    const { number, name } = alert
    return {
      is: 'alert',
      number,
      name,
      says: cite(look, says`${endpoint} sent alert ${number} (${name}) after our part of the handshake`),
    }
  }
  const after = saw.outcome.is === 'secure' ? saw.afterSecure : saw.outcome.is
  switch (after) {
    case 'closed':
      return {
        is: 'closed',
        says: cite(look, says`${endpoint} closed the connection after our part of the handshake`),
      }
    case 'reset':
      return {
        is: 'reset',
        says: cite(look, says`${endpoint} reset the connection after our part of the handshake`),
      }
    default:
      return null
  }
}
