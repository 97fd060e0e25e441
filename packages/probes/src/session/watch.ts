import type { DriverSighting, Secret } from '@mongowhy/core'
import type { MongoClient, TopologyDescription } from 'mongodb'

import { isServersAnswer, serverErrorOf } from './server-error.ts'

export type LoginStep = 'start' | 'continue' | 'unknown'

/** What the driver did on its way, gathered from its events. */
export interface Watch {
  /** When a connection for commands was begun (`performance.now()`); null while there is none. */
  loginBegan(): number | null
  /** The server's refusal of a login command. */
  refused(): { readonly error: unknown; readonly step: LoginStep } | null
  topology(): Pick<DriverSighting, 'topology' | 'servers'>
}

const steps: Readonly<Record<string, LoginStep>> = {
  saslStart: 'start',
  authenticate: 'start',
  saslContinue: 'continue',
}

export function watch(client: MongoClient, secrets: readonly Secret[]): Watch {
  let began: number | null = null
  let refused: { error: unknown; step: LoginStep } | null = null
  let last: TopologyDescription | null = null
  client.on('connectionCreated', () => (began ??= performance.now()))
  client.on('commandFailed', ({ commandName, failure }) => {
    const step = steps[commandName]
    if (step !== undefined && isServersAnswer(failure)) refused ??= { error: failure, step }
  })
  client.on('topologyDescriptionChanged', ({ newDescription }) => {
    if (newDescription.servers.size > 0) last = newDescription
  })
  return {
    loginBegan: () => began,
    refused: () => refused,
    topology: () => (last === null ? { topology: null, servers: [] } : describe(last, secrets)),
  }
}

// A set has 50 members at most; a seed list may be longer, and no reader goes on past these.
const mostServers = 64

function describe(
  { type, servers }: TopologyDescription,
  secrets: readonly Secret[],
): Pick<DriverSighting, 'topology' | 'servers'> {
  return {
    topology: type,
    servers: [...servers.values()].slice(0, mostServers).map(({ address, type: kind, error }) => ({
      address: address.slice(0, 300),
      type: kind,
      error: error === null ? null : serverErrorOf(error, secrets),
    })),
  }
}
