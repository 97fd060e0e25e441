import { temporaryFolder } from '../folder.ts'
import { programPath } from '../program.ts'
import { startServer } from '../process.ts'
import type { Running } from '../process.ts'

export interface BindOptions {
  /** The zone that it is the authority of. */
  readonly zone: string
  /** Its records in the notation of zone files, below the usual SOA and NS. */
  readonly records: string
  /** Zones that cannot be loaded: it answers SERVFAIL for them. */
  readonly broken?: readonly string[]
}

const head = ['$TTL 60', '@ SOA ns hostmaster 1 60 60 60 60', '@ NS ns', 'ns A 127.0.0.1'].join('\n')

/** BIND as an authority; for all else it answers REFUSED. */
export function startBind({ zone, records, broken = [] }: BindOptions): Promise<Running> {
  return startServer(async (port) => {
    const folder = await temporaryFolder()
    await folder.write('zone', `${head}\n${records}\n`)
    const configuration = [
      'options {',
      `  directory "${folder.path}"; listen-on port ${port} { 127.0.0.1; }; listen-on-v6 { none; };`,
      '  pid-file none; session-keyfile none; recursion no; dnssec-validation no;',
      '};',
      'controls { };',
      `zone "${zone}" { type primary; file "zone"; };`,
      ...broken.map((name) => `zone "${name}" { type primary; file "missing"; };`),
      '',
    ].join('\n')
    return {
      command: programPath('named'),
      args: ['-g', '-n', '1', '-c', await folder.write('named.conf', configuration)],
      readyWhen: /\brunning$/m,
      cleanUp: folder.remove,
    }
  })
}
