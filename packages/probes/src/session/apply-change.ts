import { hostKind } from '@mongowhy/core'
import type { Endpoint, ParsedTarget, TargetChange } from '@mongowhy/core'
import type { MongoClientOptions } from 'mongodb'

import type { AddressesOf } from './lookup.ts'

type Change = TargetChange | null | undefined

/** The options of the driver that a change sets; they win over those of the connection string. */
export function changedOptions(change: Change, target: ParsedTarget): MongoClientOptions {
  switch (change?.change) {
    case 'options': {
      const { authMechanism, replicaSet, ...others } = change.options
      return {
        ...others,
        ...(typeof replicaSet === 'string' ? { replicaSet } : {}),
        // The driver's type lists the mechanisms that it knows; it refuses others itself.
        ...(typeof authMechanism === 'string' ? ({ authMechanism } as MongoClientOptions) : {}),
      }
    }
    case 'password':
      return passwordOf(change.password, target)
    case 'family':
    case 'tls':
    case 'trust':
    case 'issuer':
    case undefined:
      return {}
  }
}

/** What can only be taken away once the driver has read the connection string. */
export function afterwards(change: Change): { readonly replicaSet?: undefined } {
  return change?.change === 'options' && change.options.replicaSet === null ? { replicaSet: undefined } : {}
}

/** Seeds in place of the user's; null: the user's. */
export function changedSeeds(change: Change): readonly Endpoint[] | null {
  return change?.change === 'options' ? (change.seeds ?? null) : null
}

/** Leaves out the addresses of the other family. */
export function familyOnly(change: Change, addressesOf: AddressesOf): AddressesOf {
  if (change?.change !== 'family') return addressesOf
  return async (host) => (await addressesOf(host)).filter((address) => hostKind(address) === change.family)
}

function passwordOf(
  way: Extract<TargetChange, { readonly change: 'password' }>['password'],
  { username, password, uri }: ParsedTarget,
): MongoClientOptions {
  if (username === null || password === null) return {}
  // What encoded one of them too often did the same with the other.
  const both = way === 'decoded-once-more' && uri.credentials.looksEncoded?.includes('username') === true
  const user = both ? reread(username.reveal(), way) : username.reveal()
  return { auth: { username: user, password: reread(password.reveal(), way) } }
}

function reread(password: string, way: 'decoded-once-more' | 'encoded-once' | 'trimmed'): string {
  switch (way) {
    case 'decoded-once-more':
      try {
        return decodeURIComponent(password)
      } catch {
        // Not an encoded form after all: there is no other reading of it.
        return password
      }
    case 'encoded-once':
      return encodeURIComponent(password)
    case 'trimmed':
      return password.replace(/^[\s\ufeff]+|\s+$/g, '')
  }
}
