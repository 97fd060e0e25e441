import type { Sign } from '@mongowhy/core'

import { canMatch } from '../match/anchors.ts'
import type { FoundSign } from './sign.ts'

/** A host that a text names, with the words around it. `port` is null where none stands there. */
export interface NamedHost {
  readonly host: string
  readonly port: number | null
  readonly words: string
  readonly at: number
}

const name =
  '(?:\\[[0-9a-f:.]{2,45}\\]|[A-Za-z0-9_](?:[\\w.-]{0,250}[\\w])?|::1|[0-9a-f:]{2,39}:[0-9a-f]{1,4})'

/** Where each driver names the host that it could not use. */
const failing: readonly RegExp[] = [
  new RegExp(`\\bconnect E[A-Z]+ (?<host>::1|${name})(?::(?<port>\\d{1,5}))?`, 'g'),
  new RegExp(`\\bgetaddrinfo E[A-Z_]+ (?<host>${name})(?::(?<port>\\d{1,5}))?`, 'g'),
  new RegExp(`\\bquery(?:Srv|Txt|A|Aaaa) E[A-Z]+ (?:_mongodb\\._tcp\\.)?(?<host>${name})`, 'g'),
  new RegExp(
    `(?<host>${name}):(?<port>\\d{2,5}): (?:\\[Errno|\\[WinError|\\[SSL|timed out|connection closed|_ssl\\.c|The (?:read|write|handshake) operation|certificate verify|SSL handshake|hostname )`,
    'g',
  ),
  new RegExp(`\\bdial (?:tcp|unix)4?6?:? (?:lookup )?(?<host>${name})(?::(?<port>\\d{1,5}))?`, 'g'),
  new RegExp(`\\blookup (?<host>${name}) (?:on|: )`, 'g'),
  new RegExp(`\\b(?:address|server|Addr)[=:] ?"?(?<host>${name}):(?<port>\\d{2,5})`, 'g'),
  new RegExp(
    `\\bconnection(?: <monitor>| \\d+)? to (?<host>${name}):(?<port>\\d{2,5}) (?:closed|timed out)`,
    'g',
  ),
  new RegExp(`\\bconnection\\((?<host>${name}):(?<port>\\d{2,5})\\[`, 'g'),
  new RegExp(`connecting to server (?<host>${name}):(?<port>\\d{2,5})`, 'g'),
  new RegExp(`\\{ Address: (?<host>${name}):(?<port>\\d{2,5}), Type: Unknown, Error: `, 'g'),
  new RegExp(`Could not connect to '(?<host>${name}):(?<port>\\d{2,5})'`, 'g'),
  new RegExp(`UnknownHostException: (?<host>${name})`, 'g'),
  new RegExp(`Failed to (?:resolve|connect to:?) '?(?<host>${name})(?::(?<port>\\d{2,5}))?`, 'g'),
  new RegExp(`calling (?:connect|hello|ismaster|isMaster) on '(?<host>${name}):(?<port>\\d{2,5})'`, 'g'),
  new RegExp(`EndPoint: "(?:Unspecified/)?(?<host>${name}):(?<port>\\d{2,5})"`, 'g'),
  new RegExp(`couldn'?t connect to (?:server|\\[)? ?(?<host>${name})(?::(?<port>\\d{2,5}))?`, 'g'),
]

/** What people and frameworks configure: connection strings, and the host keys of Spring, Django, Compose and `.env`. */
const keys = new RegExp(
  `(?:mongodb\\.host|MONGO(?:DB)?_HOST(?:NAME)?|["']?\\bHOST["']?|mongo\\.host)\\s{0,2}[=:]\\s{0,2}["']?(?<host>${name})(?::(?<port>\\d{2,5}))?`,
  'g',
)

/** The expressions that name hosts. */
export const hostExpressions: readonly RegExp[] = [...failing, keys]

/** Hosts that an error says it could not use. */
export function failingHosts(text: string): readonly NamedHost[] {
  const folded = text.toLowerCase()
  return failing.flatMap((expression) => namedBy(expression, text, folded))
}

/** Hosts that a connection string or a setting in the text names. */
export function configuredHosts(text: string): readonly NamedHost[] {
  return [...fromStrings(text), ...fromSettings(text), ...namedBy(keys, text, text.toLowerCase())]
}

/** The JVM's drivers log the hosts, or the SRV name, that a client was made with. */
function fromSettings(text: string): readonly NamedHost[] {
  const settings =
    /MongoClientSettings\{(?:hosts=\[(?<hosts>[^\]]{1,4000})\]|srvHost=(?<srv>[\w.-]{1,255}))/.exec(text)
  const entries = settings?.groups?.hosts?.split(/, ?/) ?? [settings?.groups?.srv ?? '']
  return entries.flatMap((entry) => namedHost(entry, settings?.index ?? 0))
}

function namedBy(expression: RegExp, text: string, folded: string): readonly NamedHost[] {
  if (!canMatch(expression, folded)) return []
  return [...text.matchAll(expression)].map((match) => ({
    host: bare(match.groups?.host ?? ''),
    port: match.groups?.port === undefined ? null : Number(match.groups.port),
    words: match[0],
    at: match.index,
  }))
}

function fromStrings(text: string): readonly NamedHost[] {
  return [...text.matchAll(/mongodb(?:\+srv)?:\/\/([^\s"'`<>\\]{1,2000}|<[^\s"'`\\]{1,2000})/g)].flatMap(
    (match) => {
      const body = match[1] ?? ''
      const authority = /^[^/?]*/.exec(body.slice(body.lastIndexOf('@') + 1))?.[0] ?? ''
      return authority.split(',').flatMap((entry) => namedHost(entry, match.index))
    },
  )
}

function namedHost(entry: string, at: number): readonly NamedHost[] {
  const parts = /^(\[[^\]]{1,45}\]|[\w.-]{1,255})(?::(\d{1,5}))?$/.exec(entry)
  if (parts === null) return []
  const port = parts[2] === undefined ? null : Number(parts[2])
  return [{ host: bare(parts[1] ?? ''), port, words: entry, at }]
}

const bare = (host: string): string =>
  host
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase()

const kinds: readonly (readonly [Sign, (host: string) => boolean])[] = [
  ['host:loopback-v6', (host) => host === '::1'],
  ['host:loopback', (host) => /^(?:localhost|127\.\d+\.\d+\.\d+|::1|0\.0\.0\.0|::ffff:127\.\S+)$/.test(host)],
  [
    'host:private',
    (host) =>
      /^(?:10|192\.168|172\.(?:1[6-9]|2\d|3[01])|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\.\d/.test(host) &&
      isAddress(host),
  ],
  ['host:address', (host) => isAddress(host)],
  ['host:single-label', (host) => /^[a-z_][\w-]*$/i.test(host) && host !== 'localhost'],
  ['host:cluster-local', (host) => /\.svc(?:\.cluster\.local)?$|\.cluster\.local$/.test(host)],
  ['host:atlas', (host) => /\.mongodb(?:gov)?\.net$/.test(host)],
  ['host:atlas-member', (host) => /-shard-\d\d-\d\d\.|^ac-\w+-shard-|-shard-\d\d-\d\d-/.test(host)],
  ['host:atlas-private', (host) => /-p[lri]-\d|-p[ire]\.|-pl-\d/.test(host)],
  ['host:documentdb', (host) => /\.docdb\.(?:amazonaws\.com|[\w.-]+)|docdb/.test(host)],
  ['host:cosmos', (host) => /\.cosmos\.azure\.com$|\.documents\.azure\.com$/.test(host)],
  ['host:metadata-service', (host) => host === '169.254.169.254' || host === '169.254.170.2'],
  ['host:ec2-internal', (host) => /\.ec2\.internal$|\.compute\.internal$|\.internal$/.test(host)],
]

export function isAddress(host: string): boolean {
  return /^\d{1,3}(?:\.\d{1,3}){3}$/.test(host) || /^[0-9a-f]*:[0-9a-f:]+$/i.test(host)
}

/** What kind of host failed: `host:loopback`, `host:single-label` and so on. */
export function hostSigns(text: string): readonly FoundSign[] {
  const failed = failingHosts(text)
  const set = configuredHosts(text)
  const kindsFound = failed.flatMap(({ host, words, at }) =>
    kinds.filter(([, is]) => is(host)).map(([sign]): FoundSign => ({ sign, words, at })),
  )
  return [...kindsFound, ...elsewhere(failed, set), ...named(text)]
}

/** Providers are told by any mention: a post often shows the string and the error apart. */
function named(text: string): readonly FoundSign[] {
  return providers.flatMap(([sign, expression]) => {
    const match = expression.exec(text)
    return match === null ? [] : [{ sign, words: match[0], at: match.index }]
  })
}

const providers: readonly (readonly [Sign, RegExp])[] = [
  ['host:atlas', /[\w.-]{1,200}\.mongodb(?:gov)?\.net\b|\bMongoDB Atlas\b|\bAtlasError\b/],
  ['host:documentdb', /[\w.-]{1,200}\.docdb\.amazonaws\.com\b|\bDocumentDB\b/],
  ['host:cosmos', /[\w.-]{1,200}\.(?:cosmos|documents)\.azure\.com\b|\bCosmos ?DB\b/i],
  ['uri:srv', /mongodb\+srv:\/\//],
  ['uri:plain', /mongodb:\/\//],
  ['uri:tls', /[?&](?:tls|ssl)=true\b|\bSslSettings\{enabled=true/],
]

/** Whether an error speaks of another host than the one configured. */
function elsewhere(failed: readonly NamedHost[], set: readonly NamedHost[]): readonly FoundSign[] {
  if (set.length === 0) return []
  const own = failed.find(({ host }) => !loops(host) && set.some((configured) => configured.host === host))
  const other = failed.find((host) => !set.some((configured) => sameDeployment(host.host, configured.host)))
  return [
    ...(own === undefined ? [] : [{ sign: 'host:configured' as const, words: own.words, at: own.at }]),
    ...(other === undefined ? [] : stray(other, set)),
  ]
}

/** Loopback is where drivers go that were given no host; the strings that name it say nothing of it. */
function stray({ host, words, at }: NamedHost, set: readonly NamedHost[]): readonly FoundSign[] {
  if (!loops(host)) return [{ sign: 'host:not-configured', words, at }]
  return set.some((configured) => loops(configured.host)) ? [] : [{ sign: 'host:default-instead', words, at }]
}

export const loops = (host: string): boolean => /^(?:localhost|127\.|::1$|0\.0\.0\.0)/.test(host)

/** An SRV name's members share its parent domain; an address may be what a configured name resolves to. */
function sameDeployment(failed: string, configured: string): boolean {
  if (failed === configured || (loops(failed) && loops(configured))) return true
  if (isAddress(failed) && !loops(failed)) return !isAddress(configured)
  const parent = configured.split('.').slice(1).join('.')
  return parent.includes('.') && failed.endsWith(`.${parent}`)
}
