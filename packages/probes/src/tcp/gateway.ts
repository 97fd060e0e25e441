import { readProc } from '../env/read-start.ts'

/** The default gateway by IPv4, which is the machine that a container runs on; null where it is not known (not Linux). */
export async function gateway(): Promise<string | null> {
  const table = await readProc('/proc/net/route')
  for (const line of (table ?? '').split('\n').slice(1)) {
    const [, destination, via = ''] = line.trim().split(/\s+/)
    if (destination !== '00000000' || !/^[0-9A-F]{8}$/i.test(via) || via === '00000000') continue
    // The kernel prints the address as the number that it is in memory.
    return [...Buffer.from(via, 'hex').reverse()].join('.')
  }
  return null
}
