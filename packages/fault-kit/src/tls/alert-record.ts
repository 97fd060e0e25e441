import type { Socket } from 'node:net'

import { conclude } from '../tcp/behaviours.ts'
import type { Ending } from '../tcp/behaviours.ts'

export interface Alert {
  /** The number of RFC 8446, section 6: 80 is internal_error. */
  readonly alert: number
  /** 2 (fatal) unless told; 1 is a warning. */
  readonly level?: 1 | 2
  readonly ending?: Ending
}

/** A plaintext alert record. */
export function alertRecord({ alert, level = 2 }: Alert): Buffer {
  return Buffer.from([21, 3, 3, 0, 2, level, alert])
}

export function sendAlertNow(socket: Socket, alert: Alert): void {
  socket.resume()
  socket.write(alertRecord(alert), () => conclude(socket, alert.ending ?? 'close'))
}
