import { open } from 'node:fs/promises'
import { join } from 'node:path'

import { hostKind } from '@mongowhy/core'

const hostsFile =
  process.platform === 'win32'
    ? join(process.env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'drivers', 'etc', 'hosts')
    : '/etc/hosts'

/** Block lists are the longest hosts files there are; what stands beyond this is left to the system. Bytes. */
const readLimit = 1_048_576

/** Addresses that the hosts file gives a name, in the order of the file; empty when it cannot be read. */
export async function addressesInHostsFile(
  name: string,
  path: string = hostsFile,
): Promise<readonly string[]> {
  const wanted = name.toLowerCase().replace(/\.$/, '')
  const found = new Set<string>()
  for (const line of (await readStart(path)).split(/\r?\n/)) {
    const [address = '', ...names] = line.replace(/#.*$/, '').trim().split(/\s+/)
    const isAddress = ['ipv4', 'ipv6'].includes(hostKind(address))
    if (isAddress && names.some((each) => each.toLowerCase() === wanted)) found.add(address)
  }
  return [...found]
}

async function readStart(path: string): Promise<string> {
  const file = await open(path, 'r').catch(() => null)
  if (file === null) return ''
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(readLimit), 0, readLimit, 0)
    return buffer.toString('utf8', 0, bytesRead)
  } catch {
    // A hosts file that cannot be read answers nothing; the system is asked then.
    return ''
  } finally {
    await file.close()
  }
}
