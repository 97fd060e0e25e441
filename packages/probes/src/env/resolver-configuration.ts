import { isIP } from 'node:net'

import { readStart } from './read-start.ts'

export interface ResolverConfiguration {
  readonly servers: readonly string[]
  readonly search: readonly string[]
}

/** Resolvers and search domains as the system is configured; null where there is no resolv.conf. */
export async function resolverConfiguration(
  path: string = '/etc/resolv.conf',
): Promise<ResolverConfiguration | null> {
  const read = await readStart(path, 65_536)
  return read === null ? null : parseResolverConfiguration(read.text)
}

/** Reads the lines of a resolv.conf; of several `search` lines the last one counts, as resolv.conf(5) has it. */
export function parseResolverConfiguration(text: string): ResolverConfiguration {
  const servers: string[] = []
  let search: readonly string[] = []
  for (const line of text.split('\n').slice(0, 1_000)) {
    const [word = '', ...rest] = line
      .replace(/[#;].*$/, '')
      .trim()
      .split(/\s+/)
    const [server = ''] = rest
    if (word === 'nameserver' && isIP(server.replace(/%.*$/, '')) !== 0) servers.push(server)
    if (word === 'search' || word === 'domain') search = rest.slice(0, 32)
  }
  return { servers, search }
}
