import { temporaryFolder } from '../folder.ts'
import { programPath } from '../program.ts'
import { startServer } from '../process.ts'
import type { Running } from '../process.ts'

/** Unbound with these lines in its `server:` clause. It asks nobody else. */
export function startUnbound(...lines: readonly string[]): Promise<Running> {
  return startServer(async (port) => {
    const folder = await temporaryFolder()
    const configuration = [
      'server:',
      `  interface: 127.0.0.1@${port}`,
      `  port: ${port}`,
      `  directory: "${folder.path}"`,
      '  do-daemonize: no',
      '  use-syslog: no',
      '  chroot: ""',
      '  username: ""',
      '  pidfile: ""',
      '  module-config: "iterator"',
      ...lines.map((line) => `  ${line}`),
      'remote-control:',
      '  control-enable: no',
      '',
    ].join('\n')
    return {
      command: programPath('unbound'),
      args: ['-d', '-p', '-c', await folder.write('unbound.conf', configuration)],
      cleanUp: folder.remove,
    }
  })
}
