import { endpointParts, hostKind } from '../endpoint.ts'
import type { Evidence } from '../evidence.ts'

/** Where evidence holds names of hosts and domains. */
const nameKeys: ReadonlySet<string> = new Set([
  'host',
  'hosts',
  'me',
  'primary',
  'passives',
  'arbiters',
  'servername',
  'target',
  'altNames',
  'names',
  'wanted',
  'endpoint',
  'address',
  'searchDomains',
  'proxy',
  'server',
])

/** Whether the whole text under this key is a name, however short and plain: `mongo`, `primary`. */
export function holdsNames(key: string): boolean {
  return nameKeys.has(key)
}

/** Every name of a host or a domain in evidence, in the order of first mention, in lower case and without a dot at its end. */
export function namesIn(evidence: Evidence): readonly string[] {
  const found = new Set<string>()
  const add = (text: string): void => {
    const name = bareName(text)
    if (name !== null) found.add(name)
  }
  const walk = (value: unknown, key: string): void => {
    if (typeof value === 'string') {
      if (nameKeys.has(key)) add(value)
      if (key !== 'der') mentioned(value).forEach(add)
    } else if (Array.isArray(value)) value.forEach((each) => walk(each, key))
    else if (typeof value === 'object' && value !== null) {
      for (const [own, each] of Object.entries(value)) walk(each, own)
    }
  }
  walk(evidence.looks, '')
  return [...found]
}

// Whatever ends like this and is no file's name. Two letters may be a country or `app.js`: then three labels are wanted.
const mention =
  /(?<![\w.-])(?:[a-z\d_](?:[\w-]{0,61}[a-z\d])?\.){1,10}(?:com|net|org|edu|gov|io|dev|app|cloud|internal|local|localdomain|lan|corp|intranet|intra|private|home|arpa|svc|test|example|invalid|(?<=\.[\w-]{1,63}\.)[a-z]{2})(?![\w-]|\.\w)/gi

// The documentation that messages point to is everybody's.
const everybodys = /(?:^|\.)(?:mongodb\.com|mongodb\.org|nodejs\.org|openssl\.org)$/i

/** The names of hosts that a text mentions. */
export function mentioned(text: string): readonly string[] {
  return [...text.matchAll(mention)].map(([name]) => name).filter((name) => !everybodys.test(name))
}

/** `*.lab.test`, `_mongodb._tcp.lab.test`, `lab.test:27017`, `DNS:lab.test` → `lab.test`; null for what is no name. */
export function bareName(text: string): string | null {
  const plain = text
    .toLowerCase()
    .replace(/^[a-z\d+]+:\/\//, '')
    .replace(/^(?:dns|ip address|ip):/, '')
  const { host } = /:\d{1,5}$/.test(plain) ? endpointParts(plain) : { host: plain }
  const name = host.replace(/^(?:\*\.|_[\w-]+\.)+/, '').replace(/\.$/, '')
  if (!/^[a-z\d](?:[\w.-]{0,251}[a-z\d])?$/.test(name) || hostKind(name) !== 'name') return null
  return name === 'localhost' || name.endsWith('.localhost') || /^\d+$/.test(name) ? null : name
}

// Everybody's; that a host lies in one of them is worth knowing and identifies nobody.
const shared: ReadonlySet<string> = new Set(['mongodb.net', 'cluster.local', 'svc.cluster.local'])

/** The domains that a name lies in, top-level ones and shared ones apart. */
export function parentsOf(name: string): readonly string[] {
  const labels = name.split('.')
  return labels
    .slice(1, -1)
    .map((_, index) => labels.slice(index + 1).join('.'))
    .filter((domain) => !shared.has(domain))
}
