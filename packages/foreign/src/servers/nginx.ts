import { existsSync } from 'node:fs'

import { temporaryFolder } from '../folder.ts'
import { programPath } from '../program.ts'
import { startServer } from '../process.ts'
import type { Running } from '../process.ts'
import type { Tool } from '../tools.ts'

const streamModule = '/usr/lib/nginx/modules/ngx_stream_module.so'

/** What `startNginx` needs beside nginx itself where its configuration has a `stream`. */
export const needsNginxStream: Tool = {
  missing: existsSync(streamModule) ? null : 'the stream module of nginx is not installed',
}

export interface NginxOptions {
  /** The one block of the configuration, `http { … }` or `stream { … }`; `PORT` and `FOLDER` stand for what they say. */
  readonly block: string
  /** Files that the block names in `FOLDER`. */
  readonly files?: Readonly<Record<string, string>>
}

export function startNginx({ block, files = {} }: NginxOptions): Promise<Running> {
  return startServer(async (port) => {
    const folder = await temporaryFolder()
    for (const [name, content] of Object.entries(files)) await folder.write(name, content)
    const filled = block.replaceAll('PORT', String(port)).replaceAll('FOLDER', folder.path)
    const configuration = [
      block.startsWith('stream') ? `load_module ${streamModule};` : '',
      'daemon off;',
      'master_process off;',
      `pid ${folder.path}/pid;`,
      'error_log stderr info;',
      'events {}',
      filled,
    ].join('\n')
    return {
      command: programPath('nginx'),
      args: ['-p', folder.path, '-e', 'stderr', '-c', await folder.write('nginx.conf', configuration)],
      cleanUp: folder.remove,
    }
  })
}

/** The directives that keep an `http` block inside its folder. */
export const nginxHttpFolders: string = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  .map((name) => `${name}_temp_path FOLDER/${name};`)
  .join('\n')
