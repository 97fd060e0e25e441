import { temporaryFolder } from '../folder.ts'
import { programPath } from '../program.ts'
import { startServer } from '../process.ts'
import type { Running } from '../process.ts'

/** tinyproxy: an HTTP proxy. */
export function startTinyproxy(): Promise<Running> {
  return startServer(async (port) => {
    const folder = await temporaryFolder()
    const configuration = [`Port ${port}`, 'Listen 127.0.0.1', 'Timeout 600', 'Allow 127.0.0.1', ''].join(
      '\n',
    )
    return {
      command: programPath('tinyproxy'),
      args: ['-d', '-c', await folder.write('tinyproxy.conf', configuration)],
      cleanUp: folder.remove,
    }
  })
}
