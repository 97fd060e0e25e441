import type { Place } from '../auth/rights.ts'
import type { Fields } from '../fields.ts'
import type { Server } from '../server.ts'
import type { Session } from '../session.ts'

/** A command that is being run. */
export interface Call {
  readonly server: Server
  readonly session: Session
  readonly name: string
  readonly database: string
  readonly document: Fields
}

export interface Command {
  /** Who may run it: anybody, anybody who is logged in, or who holds this right. */
  readonly needs:
    'nothing' | 'login' | { readonly action: string; readonly on: 'collection' | 'database' | 'cluster' }
  /** What it does to data; members that are not primary refuse some of these. */
  readonly touches: 'nothing' | 'reads' | 'writes'
  run(call: Call): Fields
}

/** The collection that a command names first. */
export function collectionOf({ document, name }: Call): string {
  const value = document[name]
  return typeof value === 'string' ? value : ''
}

/** Where a command's right is wanted. */
export function placeOf(call: Call, on: 'collection' | 'database' | 'cluster'): Place {
  switch (on) {
    case 'collection':
      return { db: call.database, collection: collectionOf(call) }
    case 'database':
      return { db: call.database, collection: null }
    case 'cluster':
      return { db: null, collection: null }
  }
}
