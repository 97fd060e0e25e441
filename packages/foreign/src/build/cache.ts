import { homedir } from 'node:os'
import { join } from 'node:path'

/**
 * Where builds of foreign servers are kept: outside the clone, so that a fresh clone finds them. `XDG_CACHE_HOME` is
 * honoured as the XDG base directory specification says: only where it is absolute.
 */
export function cacheFolder(env: Readonly<Record<string, string | undefined>> = process.env): string {
  const base = env.XDG_CACHE_HOME
  return join(base?.startsWith('/') === true ? base : join(homedir(), '.cache'), 'mongowhy', 'foreign')
}
