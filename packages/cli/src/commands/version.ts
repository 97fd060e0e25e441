import { exitStatus } from '../exit-status.ts'
import type { ExitStatus } from '../exit-status.ts'
import { print } from '../stdout.ts'
import { version as read } from '../version.ts'

/** `mongowhy version`. */
export async function version(): Promise<ExitStatus> {
  await print(`${read()}\n`)
  return exitStatus.healthy
}
