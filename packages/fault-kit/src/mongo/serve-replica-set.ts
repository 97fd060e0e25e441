import type { Served } from '../served.ts'
import { closedPort } from '../tcp/closed-port.ts'
import { Store } from './data/store.ts'
import { hostAndPort } from './endpoints.ts'
import type { MongoOptions, ServerRole } from './options.ts'
import { serveState, uriOf } from './serve-mongo.ts'
import type { ServedMongo } from './serve-mongo.ts'
import { newServer } from './server.ts'
import type { Membership, Server } from './server.ts'

export interface MemberOptions extends Omit<MongoOptions, 'role' | 'setName' | 'data' | 'unixSocket'> {
  /** The first is primary and the others are secondaries, unless one of them has a role. `down`: its port is closed. */
  readonly role?: Extract<ServerRole, 'primary' | 'secondary' | 'arbiter' | 'recovering' | 'ghost'> | 'down'
  /** The name by which the set knows it: `host:port`, or a host, to which its port is added. */
  readonly advertise?: string
  /** It can never become primary: listed among the passives. */
  readonly passive?: boolean
}

export interface ReplicaSetOptions extends Omit<
  MongoOptions,
  'role' | 'passives' | 'arbiters' | 'me' | 'port' | 'unixSocket' | 'hidden'
> {
  /** Three unless told. What stands here wins over what stands for the whole set. */
  readonly members?: readonly MemberOptions[]
}

export interface ServedReplicaSet extends Served {
  readonly members: readonly ServedMember[]
  /** Every member by the address that it listens at, with `replicaSet` and `tls`, without credentials. */
  readonly uri: string
}

export interface ServedMember extends Served {
  /** As the set names it. */
  readonly advertised: string
  /** Null where it is down. */
  readonly mongo: ServedMongo | null
}

interface Started {
  readonly member: ServedMember
  readonly server: Server | null
}

/** Serves the members of a set, which know one another and share their data. `host` and `port` are the first member's. */
export async function serveReplicaSet(options: ReplicaSetOptions = {}): Promise<ServedReplicaSet> {
  const { members = [{}, {}, {}], ...common } = options
  const setName = options.setName ?? 'rs0'
  const anyRole = members.some(({ role }) => role !== undefined)
  const plan = members.map((member, index) => ({
    ...member,
    role: member.role ?? (index === 0 && !anyRole ? 'primary' : 'secondary'),
  }))
  const store = new Store()
  store.seed(common.data)
  const started: Started[] = []
  const stop = async (): Promise<void> => {
    await Promise.all(started.map(({ member }) => member.stop()))
  }
  try {
    for (const member of plan) started.push(await startMember(member, { ...common, setName }, store))
  } catch (error) {
    await stop()
    throw error
  }
  introduce(plan, started)
  const endpoints = started.map(({ member }) => hostAndPort(member.host, member.port))
  const { host = '', port = 0 } = started[0]?.member ?? {}
  return {
    host,
    port,
    stop,
    members: started.map(({ member }) => member),
    uri: uriOf(endpoints, { ...common, setName }),
  }
}

type Planned = MemberOptions & { readonly role: NonNullable<MemberOptions['role']> }

async function startMember(plan: Planned, common: MongoOptions, store: Store): Promise<Started> {
  const { advertise, passive: _, role, ...own } = plan
  const { data: __, ...shared } = common
  if (role === 'down') {
    const served = await closedPort(own)
    return { member: { ...served, advertised: named(advertise, served), mongo: null }, server: null }
  }
  const server = newServer({ ...shared, ...own, role }, store)
  const mongo = await serveState(server)
  const { host, port, stop } = mongo
  return { member: { host, port, stop, advertised: named(advertise, mongo), mongo }, server }
}

/** Tells each member of the others, now that every port is known. */
function introduce(plan: readonly Planned[], started: readonly Started[]): void {
  const names = (which: (each: Planned) => boolean): readonly string[] =>
    started.flatMap(({ member }, index) => {
      const each = plan[index]
      return each !== undefined && which(each) ? [member.advertised] : []
    })
  const shared: Omit<Membership, 'me'> = {
    hosts: names(({ role, passive }) => role !== 'arbiter' && passive !== true),
    passives: names(({ role, passive }) => role !== 'arbiter' && passive === true),
    arbiters: names(({ role }) => role === 'arbiter'),
    primary: names(({ role }) => role === 'primary')[0] ?? null,
    copying: names(({ role }) => role === 'primary' || role === 'secondary').length,
  }
  for (const { member, server } of started) {
    if (server !== null) server.membership = { ...shared, me: member.advertised }
  }
}

function named(advertise: string | undefined, { host, port }: Served): string {
  if (advertise === undefined) return hostAndPort(host, port)
  return /:\d+$/.test(advertise) ? advertise : hostAndPort(advertise, port)
}
