import { isIP } from 'node:net'
import { join } from 'node:path'

import type { HostSighting } from '@mongowhy/core'

import { readStart } from './read-start.ts'

const hostsFile =
  process.platform === 'win32'
    ? join(process.env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'drivers', 'etc', 'hosts')
    : '/etc/hosts'

/** Lines of the hosts file that concern one of the names. Block lists are long: a mebibyte is read. */
export async function hostsFileLines(
  names: readonly string[],
  path: string = hostsFile,
): Promise<HostSighting['hostsFile']> {
  if (names.length === 0) return []
  const read = await readStart(path, 1_048_576)
  if (read === null) return []
  const wanted = new Set(names.map((name) => name.toLowerCase().replace(/\.$/, '')))
  const found: { address: string; name: string }[] = []
  for (const line of read.text.split('\n')) {
    const [address = '', ...aliases] = line.replace(/#.*$/, '').trim().split(/\s+/)
    if (isIP(address) === 0) continue
    for (const alias of aliases) {
      const name = alias.toLowerCase()
      if (wanted.has(name)) found.push({ address, name })
    }
    if (found.length >= 64) break
  }
  return found
}
