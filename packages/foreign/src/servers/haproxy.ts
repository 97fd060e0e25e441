import { temporaryFolder } from '../folder.ts'
import { programPath } from '../program.ts'
import { startServer } from '../process.ts'
import type { Running } from '../process.ts'

export interface HaproxyOptions {
  /** What follows `bind 127.0.0.1:port`: `ssl crt FOLDER/server.pem`, say. */
  readonly bind?: string
  /** The lines of the backend, `server one 127.0.0.1:1234`, say. */
  readonly backend?: readonly string[]
  readonly mode?: 'tcp' | 'http'
  readonly files?: Readonly<Record<string, string>>
}

export function startHaproxy(options: HaproxyOptions): Promise<Running> {
  return startServer(async (port) => {
    const { bind = '', backend = [], mode = 'tcp', files = {} } = options
    const folder = await temporaryFolder()
    for (const [name, content] of Object.entries(files)) await folder.write(name, content)
    const configuration = [
      'defaults',
      `  mode ${mode}`,
      '  timeout connect 2s',
      '  timeout client 60s',
      '  timeout server 60s',
      'frontend in',
      `  bind 127.0.0.1:${port} ${bind.replaceAll('FOLDER', folder.path)}`,
      '  default_backend out',
      'backend out',
      ...backend.map((line) => `  ${line}`),
      '',
    ].join('\n')
    return {
      command: programPath('haproxy'),
      args: ['-db', '-f', await folder.write('haproxy.cfg', configuration)],
      cwd: folder.path,
      cleanUp: folder.remove,
    }
  })
}
