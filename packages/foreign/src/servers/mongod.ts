import { accessSync, constants } from 'node:fs'

import type { Issued } from '@mongowhy/fault-kit'

import { findProgram } from '../program.ts'
import { temporaryFolder } from '../folder.ts'
import { startServer } from '../process.ts'
import type { Running } from '../process.ts'
import type { Tool } from '../tools.ts'

/** The path that `MONGOD` names, or `mongod` on PATH; null where there is none that can be run. */
function findMongod(): string | null {
  const named = process.env.MONGOD
  if (named === undefined || named === '') return findProgram('mongod')
  try {
    accessSync(named, constants.X_OK)
    return named
  } catch {
    return null
  }
}

export const needsMongod: Tool = {
  missing: findMongod() === null ? 'no mongod: name one with MONGOD=/path/to/mongod' : null,
}

export interface MongodOptions {
  /** Require TLS, with this certificate. */
  readonly tls?: Issued
  /** Verify client certificates by this authority (PEM). A mongod that speaks TLS needs one. */
  readonly clientCa?: string
  /** Require a login. Until a first user is made over loopback, nobody has one. */
  readonly auth?: boolean
  /** Start as a member of this set, which is not initiated yet. */
  readonly replicaSet?: string
}

/** MongoDB's own server with its data in a folder that is gone afterwards. */
export function startMongod({ tls, clientCa, auth, replicaSet }: MongodOptions = {}): Promise<Running> {
  return startServer(async (port) => {
    const folder = await temporaryFolder()
    const args = ['--dbpath', folder.path, '--port', String(port), '--bind_ip', '127.0.0.1']
    args.push('--nounixsocket', '--wiredTigerCacheSizeGB', '0.25')
    if (auth === true) args.push('--auth')
    if (replicaSet !== undefined) args.push('--replSet', replicaSet)
    if (tls !== undefined) {
      args.push('--tlsMode', 'requireTLS')
      args.push('--tlsCertificateKeyFile', await folder.write('server.pem', tls.combinedPem))
    }
    if (clientCa !== undefined) args.push('--tlsCAFile', await folder.write('ca.pem', clientCa))
    return {
      command: findMongod() ?? 'mongod',
      args,
      readyWhen: /"Waiting for connections"/,
      cleanUp: folder.remove,
    }
  })
}
