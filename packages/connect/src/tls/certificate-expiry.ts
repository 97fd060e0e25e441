import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'

// Time enough to order and roll out another one.
const warnDays = 21
const day = 86_400_000

/** When the client certificate of a PEM file ends, where that is soon; null: it is not, or cannot be read here. */
export function endsSoon(file: string, now: Date = new Date()): Date | null {
  try {
    const notAfter = new Date(new X509Certificate(readFileSync(file)).validTo)
    return notAfter.getTime() - now.getTime() < warnDays * day ? notAfter : null
  } catch {
    // What is wrong with the file is the driver's and the diagnosis's to say.
    return null
  }
}
