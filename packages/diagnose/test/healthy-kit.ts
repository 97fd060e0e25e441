import {
  authority,
  relay,
  serveDns,
  serveMongo,
  serveReplicaSet,
  serveTls,
  speakMongo,
  temporaryFile,
  zoneFor,
} from '@mongowhy/fault-kit'
import type {
  Authority,
  CertificateOptions,
  MongoOptions,
  MongoUser,
  ReplicaSetOptions,
  TlsOptions,
} from '@mongowhy/fault-kit'
import { canary } from '@mongowhy/causes/faults'
import type { StartedFault } from '@mongowhy/causes/faults'

export const user: MongoUser = { name: 'ada', password: canary }
const login = `ada:${canary}@`
const host = 'db.lab.test'

/** One server without TLS that has the lab's user; `path` is what follows the host. */
export async function standalone(
  path: string,
  options: MongoOptions = { users: [user] },
): Promise<StartedFault> {
  const served = await serveMongo(options)
  const credentials = options.users === undefined ? '' : login
  return { uri: `mongodb://${credentials}127.0.0.1:${served.port}${path}`, stop: () => served.stop() }
}

/** A set, met at every member or at its first alone. */
export async function replicaSet(
  query = '',
  options: ReplicaSetOptions = {},
  all = true,
): Promise<StartedFault> {
  const set = await serveReplicaSet({ users: [user], ...options })
  const seeds = set.members.filter(({ mongo }) => mongo !== null).map(({ advertised }) => advertised)
  const hosts = all ? seeds.join(',') : (seeds[0] ?? '')
  return { uri: `mongodb://${login}${hosts}/app?authSource=admin${query}`, stop: () => set.stop() }
}

export async function seedList(txt: string | undefined, query: string): Promise<StartedFault> {
  const mongo = await serveMongo({ users: [user] })
  const zone = zoneFor('cluster0.lab.test', [{ host: 'db1.lab.test', port: mongo.port }], txt)
  const dns = await serveDns({ zone })
  return {
    uri: `mongodb+srv://${login}cluster0.lab.test/app?tls=false${query}`,
    options: { resolvers: [dns.address] },
    stop: async () => {
      await Promise.all([dns.stop(), mongo.stop()])
    },
  }
}

export interface Secured {
  /** How many intermediates stand between the root and the certificate. */
  readonly depth?: number
  readonly certificate?: CertificateOptions
  /** The root is sent along, which is of no use and legal. */
  readonly withRoot?: boolean
  /** Reached by its address, not by a name. */
  readonly byAddress?: boolean
  readonly mutual?: boolean
  readonly tls?: Partial<TlsOptions>
}

/** A server with TLS under a root of its own, which the connection string names. */
export async function secured(options: Secured = {}): Promise<StartedFault> {
  const root = authority()
  const issued = under(root, options.depth ?? 0).issue(options.certificate ?? { names: [host] })
  const served = await serveTls({
    issued,
    ...(options.withRoot === true ? { chain: issued.chainPem + root.certificatePem } : {}),
    ...(options.mutual === true
      ? { requestClientCertificate: { ca: root.certificatePem, required: true } }
      : {}),
    ...options.tls,
    inner: speakMongo({ users: [user] }),
  })
  const files = [await temporaryFile('ca.pem', root.certificatePem)]
  const query = new URLSearchParams({ authSource: 'admin', tls: 'true', tlsCAFile: files[0]?.path ?? '' })
  if (options.mutual === true) {
    const client = root.issue({ commonName: 'client', purpose: 'client' })
    const file = await temporaryFile('client.pem', client.combinedPem)
    files.push(file)
    query.set('tlsCertificateKeyFile', file.path)
  }
  const name = options.byAddress === true ? '127.0.0.1' : host
  return {
    uri: `mongodb://${login}${name}:${served.port}/app?${query.toString()}`,
    options: { resolve: [{ host, port: served.port, address: '127.0.0.1' }] },
    stop: async () => {
      await Promise.all([served.stop(), ...files.map((file) => file.remove())])
    },
  }
}

function under(above: Authority, depth: number): Authority {
  return depth === 0 ? above : under(above.intermediate({ name: `Lab intermediate ${depth}` }), depth - 1)
}

/** A server behind a relay that delays each direction. */
export async function slowLink(delayMs: number): Promise<StartedFault> {
  const mongo = await serveMongo({ users: [user] })
  const far = await relay({ to: mongo, delayMs })
  return {
    uri: `mongodb://${login}127.0.0.1:${far.port}/app?authSource=admin`,
    stop: async () => {
      await Promise.all([far.stop(), mongo.stop()])
    },
  }
}
