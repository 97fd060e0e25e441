import { join } from 'node:path'

import { hostKind } from '@mongowhy/core'

import { readStart } from '../env/read-start.ts'

const hostsFile =
  process.platform === 'win32'
    ? join(process.env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'drivers', 'etc', 'hosts')
    : '/etc/hosts'

// Block lists are the longest hosts files there are; what stands beyond this is left to the system. Bytes.
const readLimit = 1_048_576

/** Addresses that the hosts file gives a name, in the order of the file; empty when it cannot be read. */
export async function addressesInHostsFile(
  name: string,
  path: string = hostsFile,
): Promise<readonly string[]> {
  const wanted = name.toLowerCase().replace(/\.$/, '')
  const found = new Set<string>()
  const read = await readStart(path, readLimit)
  for (const line of (read?.text ?? '').split(/\r?\n/)) {
    const [address = '', ...names] = line.replace(/#.*$/, '').trim().split(/\s+/)
    const isAddress = ['ipv4', 'ipv6'].includes(hostKind(address))
    if (isAddress && names.some((each) => each.toLowerCase() === wanted)) found.add(address)
  }
  return [...found]
}
