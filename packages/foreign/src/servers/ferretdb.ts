import type { Issued } from '@mongowhy/fault-kit'

import { ferretDb } from '../build/index.ts'
import { temporaryFolder } from '../folder.ts'
import { startServer } from '../process.ts'
import type { Machine } from '../namespaces.ts'
import type { Running } from '../process.ts'

export interface FerretDbOptions {
  /** Speak TLS, with this certificate. */
  readonly tls?: Issued
  /** Ask for a client certificate of this authority (PEM), and refuse clients without. */
  readonly clientCa?: string
  /** Require a login, by SCRAM; the user is made in the database `admin`. */
  readonly user?: { readonly name: string; readonly password: string }
  /** Say that it is the primary of this set. */
  readonly replicaSet?: string
  /** Listen at this Unix socket too. */
  readonly unixSocket?: string
  /** Run on this machine. */
  readonly on?: Machine
}

/** FerretDB with its data in a folder that is gone afterwards. */
export async function startFerretDb(options: FerretDbOptions = {}): Promise<Running> {
  return startServer(async (port) => {
    const folder = await temporaryFolder()
    const { tls, clientCa, user, replicaSet, unixSocket, on } = options
    const at = `${on?.address ?? '127.0.0.1'}:${port}`
    const args = [
      '--handler=sqlite',
      `--sqlite-url=file:${folder.path}/`,
      '--state-dir=-',
      '--debug-addr=-',
      '--telemetry=disable',
      '--log-level=INFO',
      `--listen-addr=${tls === undefined ? at : ''}`,
    ]
    if (tls !== undefined) {
      args.push(
        `--listen-tls=${at}`,
        `--listen-tls-cert-file=${await folder.write('chain.pem', tls.chainPem)}`,
        `--listen-tls-key-file=${await folder.write('key.pem', tls.keyPem)}`,
      )
    }
    if (clientCa !== undefined) args.push(`--listen-tls-ca-file=${await folder.write('ca.pem', clientCa)}`)
    if (replicaSet !== undefined) args.push(`--repl-set-name=${replicaSet}`)
    if (unixSocket !== undefined) args.push(`--listen-unix=${unixSocket}`)
    if (user !== undefined) {
      args.push('--test-enable-new-auth', '--setup-database=admin', `--setup-username=${user.name}`)
    }
    return {
      command: ferretDb.result,
      args,
      env: user === undefined ? {} : { FERRETDB_SETUP_PASSWORD: user.password },
      cwd: folder.path,
      ...(on === undefined ? {} : { on }),
      readyWhen: /Listening on T/,
      cleanUp: folder.remove,
    }
  })
}
