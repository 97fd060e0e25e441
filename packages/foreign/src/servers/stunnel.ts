import { temporaryFolder } from '../folder.ts'
import { programPath } from '../program.ts'
import { startServer } from '../process.ts'
import type { Running } from '../process.ts'

export interface StunnelOptions {
  /** The port on this machine that it leads to. */
  readonly to: number
  /** Further lines of its service, `client = yes`, say; `FOLDER` stands for the folder of `files`. */
  readonly lines?: readonly string[]
  readonly files?: Readonly<Record<string, string>>
}

export function startStunnel({ to, lines = [], files = {} }: StunnelOptions): Promise<Running> {
  return startServer(async (port) => {
    const folder = await temporaryFolder()
    for (const [name, content] of Object.entries(files)) await folder.write(name, content)
    const configuration = [
      'foreground = yes',
      'pid =',
      'debug = warning',
      '[mongodb]',
      `accept = 127.0.0.1:${port}`,
      `connect = 127.0.0.1:${to}`,
      ...lines.map((line) => line.replaceAll('FOLDER', folder.path)),
      '',
    ].join('\n')
    return {
      command: programPath('stunnel'),
      args: [await folder.write('stunnel.conf', configuration)],
      cwd: folder.path,
      cleanUp: folder.remove,
    }
  })
}
