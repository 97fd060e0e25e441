import type { Evidence } from '../evidence.ts'

const openKeys: ReadonlySet<string> = new Set([
  'endpoint',
  'host',
  'hosts',
  'database',
  'name',
  'me',
  'primary',
  'passives',
  'arbiters',
  'setName',
  'servername',
  'target',
  'altNames',
  'subject',
  'issuer',
  'address',
  'path',
  // Ours, and the protocol's.
  'id',
  'look',
  'probe',
  'mechanism',
  'mechanisms',
  'authMechanism',
])

/** Where evidence holds the words of drivers, servers and programs, as they came. */
export const freeKeys: ReadonlySet<string> = new Set(['message', 'error', 'excerpt', 'detail'])

// Probes that are given no credentials: what they saw would be the same whatever the password is.
const unexposed = /^(?:dns|tcp|tls|wire|env)\./

/**
 * What evidence holds that is no secret by what it is: names of hosts, sets, databases and files, as they were met, and
 * what was seen by probes that know no secret.
 */
export function openTexts(evidence: Evidence): readonly string[] {
  const found = new Set<string>([evidence.takenAt])
  const walk = (value: unknown, key: string, all: boolean): void => {
    if (typeof value === 'string') {
      if (openKeys.has(key) || (all && !freeKeys.has(key))) found.add(value)
    } else if (Array.isArray(value)) value.forEach((each) => walk(each, key, all))
    else if (typeof value === 'object' && value !== null) {
      for (const [own, each] of Object.entries(value)) walk(each, own, all)
    }
  }
  for (const look of evidence.looks) walk(look, '', unexposed.test(look.ask.probe))
  return [...found]
}
