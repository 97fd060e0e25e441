import { Long, ObjectId, Timestamp } from 'bson'

import type { Fields } from './fields.ts'
import { textOf } from './fields.ts'
import { mechanismsOf } from './auth/login.ts'
import { productHello } from './products.ts'
import type { Membership, Server } from './server.ts'
import type { Session } from './session.ts'
import { wireVersionOf } from './versions.ts'

/** The reply to `hello`, or to its older name, without what a login inside it adds. */
export function helloReply(server: Server, session: Session, command: Fields, older: boolean): Fields {
  const { options } = server
  const account = textOf(command, 'saslSupportedMechs')
  const mechanisms = account === null ? undefined : mechanismsOf(server, account)
  return productHello(server, {
    ...(command['helloOk'] === true ? { helloOk: true } : {}),
    [older ? 'ismaster' : 'isWritablePrimary']: writable(server),
    ...topologyVersion(server),
    ...placeFields(server, command),
    maxBsonObjectSize: 16_777_216,
    maxMessageSizeBytes: 48_000_000,
    maxWriteBatchSize: 100_000,
    localTime: new Date(),
    logicalSessionTimeoutMinutes: 30,
    connectionId: session.id,
    minWireVersion: options.minWireVersion ?? 0,
    maxWireVersion: options.maxWireVersion ?? wireVersionOf(server.version),
    ...(mechanisms === undefined ? {} : { saslSupportedMechs: mechanisms }),
    readOnly: false,
    ok: 1,
  })
}

function writable({ role }: Server): boolean {
  return role === 'standalone' || role === 'primary' || role === 'mongos' || role === 'load-balanced'
}

/** Before 4.4 there was none; a client that gets none asks at intervals. */
function topologyVersion({ options, processId, version }: Server): Fields {
  if ((options.maxWireVersion ?? wireVersionOf(version)) < 9) return {}
  return { topologyVersion: { processId, counter: Long.fromNumber(6) } }
}

function placeFields(server: Server, command: Fields): Fields {
  switch (server.role) {
    case 'standalone':
      return {}
    case 'mongos':
      return { msg: 'isdbgrid' }
    case 'load-balanced':
      return {
        msg: 'isdbgrid',
        ...(command['loadBalanced'] === true ? { serviceId: server.processId } : {}),
      }
    case 'ghost':
      return { secondary: false, info: 'Does not have a valid replica set config', isreplicaset: true }
    case 'primary':
    case 'secondary':
    case 'arbiter':
    case 'recovering':
      return memberFields(server)
  }
}

const setVersion = 1
const electionId = new ObjectId('7fffffff0000000000000001')

function memberFields(server: Server): Fields {
  const { options, role } = server
  const { me, hosts, passives, arbiters, primary } = membershipOf(server)
  return {
    hosts,
    ...(passives.length === 0 ? {} : { passives }),
    ...(arbiters.length === 0 ? {} : { arbiters }),
    setName: options.setName ?? 'rs0',
    setVersion,
    secondary: role === 'secondary',
    ...(primary === null ? {} : { primary }),
    ...(role === 'arbiter' ? { arbiterOnly: true } : {}),
    ...(options.hidden === true ? { passive: true, hidden: true } : {}),
    me,
    ...(options.tags === undefined ? {} : { tags: options.tags }),
    ...(role === 'primary' ? { electionId } : {}),
    ...(role === 'arbiter' ? {} : { lastWrite: lastWrite() }),
  }
}

/** What the options say wins over what the set knows. */
export function membershipOf({ options, role, address, membership }: Server): Membership {
  const me = options.me ?? membership?.me ?? address
  const hosts = options.hosts ?? membership?.hosts ?? [me]
  const primary = role === 'primary' ? me : (hosts[0] ?? null)
  const passives = options.passives ?? membership?.passives ?? []
  return {
    me,
    hosts,
    passives,
    copying: membership?.copying ?? hosts.length + passives.length,
    arbiters: options.arbiters ?? membership?.arbiters ?? [],
    primary:
      options.primary === undefined ? (membership === null ? primary : membership.primary) : options.primary,
  }
}

function lastWrite(): Fields {
  const now = new Date()
  const opTime = { ts: new Timestamp({ t: Math.floor(now.getTime() / 1000), i: 1 }), t: Long.fromNumber(1) }
  return { opTime, lastWriteDate: now, majorityOpTime: opTime, majorityWriteDate: now }
}
