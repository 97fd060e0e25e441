import type { Issued } from '@mongowhy/fault-kit'

import { temporaryFolder } from '../folder.ts'
import { programPath } from '../program.ts'
import { startServer } from '../process.ts'
import type { Running } from '../process.ts'

export interface OpensslOptions {
  /** The certificate; of its chain the leaf alone is sent where `leafOnly`. */
  readonly issued: Issued
  readonly leafOnly?: boolean
  /** Require a client certificate of this authority (PEM). */
  readonly clientCa?: string
  /** Another certificate for clients that name this server; all others are refused with alert 112. */
  readonly onlyFor?: string
  /** Further options of `openssl s_server`, as they stand. */
  readonly args?: readonly string[]
}

/** `openssl s_server`. It says nothing inside the connection, unless options tell it to. */
export function startOpenssl(options: OpensslOptions): Promise<Running> {
  return startServer(async (port) => {
    const { issued, leafOnly = false, clientCa, onlyFor, args = [] } = options
    const folder = await temporaryFolder()
    const certificate = await folder.write('leaf.pem', issued.certificatePem)
    const key = await folder.write('key.pem', issued.keyPem)
    const chosen = ['s_server', '-accept', `127.0.0.1:${port}`, '-cert', certificate, '-key', key]
    // Otherwise it would complete the chain by itself from whatever it trusts.
    chosen.push('-no-CApath', '-no-CAstore')
    if (!leafOnly) chosen.push('-cert_chain', await folder.write('chain.pem', issued.chainPem))
    if (clientCa === undefined) chosen.push('-no-CAfile')
    else {
      chosen.push('-Verify', '1', '-verify_return_error', '-CAfile', await folder.write('ca.pem', clientCa))
    }
    if (onlyFor !== undefined) {
      chosen.push('-servername', onlyFor, '-servername_fatal', '-cert2', certificate, '-key2', key)
    }
    return {
      command: programPath('openssl'),
      args: [...chosen, ...args],
      readyWhen: /^ACCEPT/m,
      cleanUp: folder.remove,
    }
  })
}
