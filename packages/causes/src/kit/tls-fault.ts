import { hostKind } from '@mongowhy/core'
import { serveMongo, temporaryFile } from '@mongowhy/fault-kit'
import type { Issued, MongoOptions, Served, TemporaryFile } from '@mongowhy/fault-kit'

import { canary } from './fault.ts'
import type { StartedFault } from './fault.ts'

/** The name under which the lab's TLS servers are reached; `--resolve` leads it to loopback. */
export const labHost = 'db.lab.test'

const day = 86_400_000

/** A day from now, or before now when negative. */
export function daysFromNow(days: number): Date {
  return new Date(Date.now() + days * day)
}

export interface TlsDeployment {
  /** How the server speaks TLS; null: not at all. */
  readonly tls: MongoOptions['tls'] | null
  /** Whether the connection string asks for TLS; it does unless told. */
  readonly asksForTls?: boolean
  /** What stands in the file that `tlsCAFile` names; without it the option is left out. */
  readonly caFile?: string | Uint8Array
  /** What stands in the file that `tlsCertificateKeyFile` names. */
  readonly keyFile?: string
  /** The host in the connection string: `db.lab.test` unless told. */
  readonly host?: string
  /** What else is odd about the server. */
  readonly server?: Omit<MongoOptions, 'tls' | 'users'>
  /** Something that stands between client and server. */
  readonly before?: (server: Served) => Promise<Served>
}

/** The usual identity of a lab server. */
export function identityOf(issued: Issued): { readonly issued: Issued } {
  return { issued }
}

/** Starts a MongoDB that lets the lab's user in, with the one thing about TLS wrong that the fault is about. */
export async function startTlsDeployment(deployment: TlsDeployment): Promise<StartedFault> {
  const { tls, asksForTls = true, caFile, keyFile, host = labHost, before, server: more } = deployment
  const server = await serveMongo({
    users: [{ name: 'ada', password: canary, roles: [{ role: 'readWriteAnyDatabase', db: 'admin' }] }],
    ...(tls === null || tls === undefined ? {} : { tls }),
    ...more,
  })
  const front = before === undefined ? null : await before(server)
  const { port } = front ?? server
  const files: TemporaryFile[] = []
  const options = new URLSearchParams(asksForTls ? { tls: 'true' } : {})
  if (caFile !== undefined) options.set('tlsCAFile', await write('ca.pem', caFile, files))
  if (keyFile !== undefined) options.set('tlsCertificateKeyFile', await write('client.pem', keyFile, files))
  return {
    uri: `mongodb://ada:${canary}@${host}:${port}/?${options.toString()}`,
    ...(hostKind(host) === 'name' ? { options: { resolve: [{ host, port, address: '127.0.0.1' }] } } : {}),
    stop: async () => {
      await Promise.all([front?.stop(), server.stop(), ...files.map((file) => file.remove())])
    },
  }
}

async function write(name: string, content: string | Uint8Array, files: TemporaryFile[]): Promise<string> {
  const file = await temporaryFile(name, content)
  files.push(file)
  return file.path
}
