import { programPath } from '../program.ts'
import { startServer } from '../process.ts'
import type { Running } from '../process.ts'

/** dnsmasq that asks nobody else: what its options do not name it refuses. */
export function startDnsmasq(...options: readonly string[]): Promise<Running> {
  return startServer((port) => ({
    command: programPath('dnsmasq'),
    args: [
      '--keep-in-foreground',
      '--conf-file=/dev/null',
      '--no-resolv',
      '--no-hosts',
      '--bind-interfaces',
      '--listen-address=127.0.0.1',
      `--port=${port}`,
      '--pid-file=',
      // It gives root up for this user otherwise, whom a container may not have.
      ...(process.getuid?.() === 0 ? ['--user=root'] : []),
      ...options,
    ],
  }))
}
