import { allows } from '../auth/rights.ts'
import { commandError } from '../errors.ts'
import type { Fields } from '../fields.ts'
import { membershipOf } from '../hello.ts'
import type { Call, Command } from './command.ts'

const release = (version: string): string => version.split('.').slice(0, 2).join('.')

function clusterCommand(action: string, run: (call: Call) => Fields): Command {
  return { needs: { action, on: 'cluster' }, touches: 'nothing', run }
}

function loggedIn(run: (call: Call) => Fields): Command {
  return { needs: 'login', touches: 'nothing', run }
}

/** Commands about the server, as far as drivers and shells ask them. */
export const serverCommands: { readonly [name: string]: Command } = {
  getParameter: clusterCommand('getParameter', getParameter),
  getCmdLineOpts: clusterCommand('getCmdLineOpts', () => ({ argv: ['mongod'], parsed: {}, ok: 1 })),
  getLog: clusterCommand('getLog', () => ({ totalLinesWritten: 0, log: [], ok: 1 })),
  hostInfo: clusterCommand('hostInfo', () => ({ system: { currentTime: new Date() }, ok: 1 })),
  serverStatus: clusterCommand('serverStatus', ({ server }) => ({
    host: server.address,
    version: server.version,
    process: 'mongod',
    connections: { current: server.connections },
    localTime: new Date(),
    ok: 1,
  })),
  replSetGetStatus: clusterCommand('replSetGetStatus', replicaSetStatus),
  listDatabases: loggedIn(listDatabases),
  startSession: loggedIn(() => ({ ok: 1, timeoutMinutes: 30 })),
  refreshSessions: loggedIn(() => ({ ok: 1 })),
  killCursors: loggedIn(({ document }) => ({ cursorsKilled: document['cursors'] ?? [], ok: 1 })),
  abortTransaction: loggedIn(() => ({ ok: 1 })),
  commitTransaction: loggedIn(() => ({ ok: 1 })),
}

function getParameter({ server, document }: Call): Fields {
  const known: Fields = {
    featureCompatibilityVersion: { version: release(server.version) },
    authenticationMechanisms: server.users.offered,
  }
  const all = document['getParameter'] === '*'
  const found = Object.entries(known).filter(([name]) => all || name in document)
  return found.length > 0
    ? { ...Object.fromEntries(found), ok: 1 }
    : commandError(72, 'InvalidOptions', 'no option found to get')
}

function replicaSetStatus({ server }: Call): Fields {
  switch (server.role) {
    case 'standalone':
      return commandError(76, 'NoReplicationEnabled', 'not running with --replSet')
    case 'ghost':
      return commandError(94, 'NotYetInitialized', 'no replset config has been received')
    case 'mongos':
    case 'load-balanced':
      return commandError(59, 'CommandNotFound', 'replSetGetStatus is not supported through mongos')
    case 'primary':
    case 'secondary':
    case 'arbiter':
    case 'recovering': {
      const states = { primary: 1, secondary: 2, recovering: 3, arbiter: 7 }
      const { me, hosts, passives, arbiters } = membershipOf(server)
      return {
        set: server.options.setName ?? 'rs0',
        myState: states[server.role],
        members: [...hosts, ...passives, ...arbiters].map((name, id) => ({
          _id: id,
          name,
          self: name === me,
        })),
        ok: 1,
      }
    }
  }
}

/** Who may not list them all sees those that it may read, as with mongod's `authorizedDatabases`. */
function listDatabases({ server, session, document }: Call): Fields {
  const all = server.store.databases()
  const whole =
    !server.users.required || allows(session.privileges, 'listDatabases', { db: null, collection: null })
  const databases = whole
    ? all
    : all.filter(({ name }) => allows(session.privileges, 'find', { db: name, collection: null }))
  return {
    databases: document['nameOnly'] === true ? databases.map(({ name }) => ({ name })) : databases,
    totalSize: databases.reduce((sum, { sizeOnDisk }) => sum + sizeOnDisk, 0),
    ok: 1,
  }
}
