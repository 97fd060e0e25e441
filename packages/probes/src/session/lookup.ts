import { isIP } from 'node:net'
import type { LookupFunction } from 'node:net'

/** The addresses that we resolved for a host; a promise where they are still asked for. */
export type AddressesOf = (host: string) => readonly string[] | Promise<readonly string[]>

/**
 * A look-up for sockets that answers from what is already known, so that the driver meets the addresses that we met and
 * `getaddrinfo`, which cannot be cancelled, is never called in this process. No address reads as ENOTFOUND.
 */
export function lookupFrom(addressesOf: AddressesOf, signal: AbortSignal): LookupFunction {
  return (host, options, callback) => {
    const answer = (known: readonly string[]): void => {
      const wanted =
        options.family === 4 || options.family === 'IPv4'
          ? 4
          : options.family === 6 || options.family === 'IPv6'
            ? 6
            : 0
      const found = known
        .map((address) => ({ address, family: isIP(address) }))
        .filter(({ family }) => family !== 0 && (wanted === 0 || family === wanted))
      const [first] = found
      if (first === undefined) callback(notFound(host), '')
      else if (options.all === true) callback(null, found)
      else callback(null, first.address, first.family)
    }
    within(Promise.resolve(addressesOf(host)), signal).then(answer, () => callback(notFound(host), ''))
  }
}

function notFound(host: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), {
    code: 'ENOTFOUND',
    syscall: 'getaddrinfo',
    hostname: host,
  })
}

/** The promise's result, or the signal's reason if that comes first. The promise is left to settle by itself. */
export function within<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const aborted = (): void => reject(signal.reason)
    const end = (): void => signal.removeEventListener('abort', aborted)
    promise.then(resolve, reject).finally(end)
    if (signal.aborted) aborted()
    else signal.addEventListener('abort', aborted, { once: true })
  })
}
