import { dirname, join } from 'node:path'

import { javaServer } from '../build/index.ts'
import { programPath } from '../program.ts'
import { startServer } from '../process.ts'
import type { Running } from '../process.ts'

/** mongo-java-server, in memory. Its highest wire version is below what current drivers speak. */
export function startJavaServer(): Promise<Running> {
  const folder = dirname(javaServer.result)
  return startServer((port) => ({
    command: programPath('java'),
    args: [
      // A short life on a machine with other work: a small heap and no optimising compiler start soonest.
      '-Xmx64m',
      '-XX:TieredStopAtLevel=1',
      '-XX:+UseSerialGC',
      '-cp',
      [folder, join(folder, 'lib', '*')].join(':'),
      'Launcher',
      String(port),
    ],
    readyWhen: /^listening$/m,
  }))
}
