import { isIP } from 'node:net'

import type { Bound } from '../bound.ts'
import { bounded } from '../bounded.ts'
import type { LookedUp } from './lookup-child.ts'
import { answer } from './system.ts'
import type { LookUp, SystemAnswer } from './system.ts'

// A function may hand over anything; no name of a server has more addresses.
const mostAddresses = 64

/**
 * The look-up among the driver's options, which takes the place of the operating system's for every connection that the
 * application opens; null: there is none. What it throws, or never says, is a failure of that look-up.
 */
export function ownLookUp(driverOptions: Readonly<Record<string, unknown>>): LookUp | null {
  const { lookup } = driverOptions
  if (typeof lookup !== 'function') return null
  return (name, bound) =>
    bounded<LookedUp>(
      bound,
      (done) => {
        const called = (error: unknown, found: unknown): void => done(lookedUp(error, found))
        try {
          Reflect.apply(lookup, undefined, [name, { all: true, family: 0, hints: 0 }, called])
        } catch (error) {
          called(error, null)
        }
        return () => {}
      },
      () => ({ failed: 'ETIMEOUT' }),
    )
}

/** Asks the application's own look-up for a host's addresses. */
export async function resolveByApplication(
  name: string,
  bound: Bound,
  lookUp: LookUp,
): Promise<SystemAnswer> {
  return answer(name, await lookUp(name, bound), 'lookup')
}

function lookedUp(error: unknown, found: unknown): LookedUp {
  if (error !== null && error !== undefined) return { failed: codeOf(error) }
  const listed: readonly unknown[] = Array.isArray(found) ? found.slice(0, mostAddresses) : [found]
  const addresses = listed
    .map((each) =>
      typeof each === 'object' && each !== null ? (Reflect.get(each, 'address') as unknown) : each,
    )
    .filter((each): each is string => typeof each === 'string' && isIP(each) !== 0)
  return addresses.length === 0 ? { failed: 'ENOTFOUND' } : { addresses }
}

function codeOf(error: unknown): string {
  const code: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : null
  // The name is not printed as it is: it may hold anything.
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,40}$/.test(code) ? code : 'UNKNOWN'
}
