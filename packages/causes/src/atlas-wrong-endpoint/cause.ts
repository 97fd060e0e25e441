import { absent, cite, defineCause, firstSeen, says, unknown } from '@mongowhy/core'
import type { Cause } from '@mongowhy/core'

import { operationThatFailed } from '../kit/operation.ts'
import { refusalOf } from '../kit/session.ts'

type Service = 'stream' | 'sql' | 'archive' | 'federation'

interface Facts {
  readonly host: string
  readonly service: Service
  readonly refused: boolean
}

// Names that Atlas gives to what speaks the wire protocol and is no cluster. All of them stand under one zone.
const zone = /\.query\.mongodb(?:gov|-qa|-dev)?\.net$/i
const prefixes: readonly (readonly [RegExp, Service])[] = [
  [/^atlas-stream-/i, 'stream'],
  [/^atlas-sql-/i, 'sql'],
  [/^(?:archived-)?atlas-online-archive-/i, 'archive'],
]

const notHere: ReadonlySet<number | null> = new Set([59, 115, 238])

export const cause: Cause = defineCause<Facts>({
  code: 'atlas-wrong-endpoint',
  title: 'The host is another service of Atlas, not a cluster',
  scope: 'target',
  explains: ['authz-tier-command', 'wire-not-genuine'],
  infer: (evidence) => {
    const uri = firstSeen(evidence, 'uri.parse')
    if (uri === undefined || uri.saw.hosts.length === 0) return unknown()
    const host = uri.saw.hosts.find((each) => zone.test(each.host))?.host
    if (host === undefined) return absent(cite(uri, says`the host is not in the zone of Atlas's queries`))
    const service = prefixes.find(([prefix]) => prefix.test(host))?.[1] ?? 'federation'
    const named = cite(uri, says`${host} is ${serviceNames[service]} by its name`)
    const failed = operationThatFailed(
      evidence,
      (error) => notHere.has(error.code) || refusalOf(error) === 'tier',
    )
    return {
      is: 'present',
      certainty: 'certain',
      bearing: failed === undefined ? 'advisory' : 'fault',
      facts: { host, service, refused: failed !== undefined },
      because: failed === undefined ? [named] : [named, failed.said],
    }
  },
  advise: ({ host, service, refused }) => ({
    title: says`${host} is ${serviceNames[service]}, not a cluster`,
    explanation: says`Atlas gives several services a name and lets MongoDB's drivers connect to them. Each takes some commands only.${refused ? ' A plain command was refused here as one that it does not have.' : ''} ${uses[service]}`,
    steps: [
      says`If you meant the cluster: in Atlas, Database, Connect, Drivers gives its string; it begins with mongodb+srv:// and has no .query. in its host.`,
      says`If you meant this service: use it for what it is for, and leave writes, sessions and administration to the cluster.`,
    ],
  }),
})

const serviceNames: Readonly<Record<Service, string>> = {
  stream: 'a stream processing instance',
  sql: 'the SQL interface',
  archive: 'an online archive',
  federation: 'a federated database (Data Federation)',
}

const uses: Readonly<Record<Service, string>> = {
  stream: 'A stream processing instance holds no collections; it takes the commands of sp in mongosh.',
  sql: 'The SQL interface is for its own drivers (JDBC, ODBC) and for reading.',
  archive: 'An archive is for reading what was moved out of a cluster.',
  federation: 'A federated database is for reading; its only writes are $out and $merge.',
}
