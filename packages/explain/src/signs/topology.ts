import { failingHosts, isAddress, loops } from './hosts.ts'
import { membersIn } from './members.ts'
import type { PrintedMember } from './members.ts'
import type { FoundSign } from './sign.ts'

const empty =
  /servers: Map(?:\(0\))? \{\}|Servers: \[ *\]|servers: \[\]|servers=\[\]|Servers : \[ *\]|topology_type: \w{1,40}, servers: \[\]/

// No member has answered, so none was advertised.
const unheard =
  /cluster state is \{type=UNKNOWN|\bTopology: \{ Type: Unknown|TopologyDescription \{\s{0,20}type: 'Unknown'|topology_type: Unknown\b/

/** What a printed topology shows beyond its words: which members are known, and how the others fail. */
export function topologySigns(text: string): readonly FoundSign[] {
  const found: FoundSign[] = []
  const say = (sign: FoundSign['sign'], words: string, at: number): void =>
    void found.push({ sign, words, at })
  const none = empty.exec(text)
  if (none !== null) say('topology:empty', none[0], none.index)
  const silent = unheard.exec(text)
  if (silent !== null) say('topology:unheard', silent[0], silent.index)
  const members = membersIn(text)
  if (members.length === 0) return found
  for (const member of members) {
    if (member.kind !== 'unknown') say(`topology:${member.kind}`, named(member), member.at)
    const { primary } = member
    const known = members.some(({ host, port, kind }) => `${host}:${port}` === primary && kind !== 'unknown')
    if (primary !== null && !known) say('topology:names-primary', `primary: '${primary}'`, member.at)
    if (isAddress(member.host)) say('topology:address', named(member), member.at)
  }
  return [
    ...found,
    ...failures(members),
    ...mixture(members),
    ...advertised(text, members),
    ...stranger(text, members),
  ]
}

const named = ({ host, port, kind }: PrintedMember): string => `${host}:${port ?? ''} ${kind}`

function failures(members: readonly PrintedMember[]): readonly FoundSign[] {
  return members.flatMap((member): readonly FoundSign[] => {
    const how = failureOf(member.error)
    return how === null
      ? []
      : [{ sign: `topology:${how}`, words: `${member.host}:${member.port ?? ''}`, at: member.at }]
  })
}

function failureOf(error: string): 'member-refused' | 'member-timeout' | 'member-unresolved' | null {
  if (/refused|ECONNREFUSED/i.test(error)) return 'member-refused'
  if (/timed? ?out|ETIMEDOUT|i\/o timeout|deadline/i.test(error)) return 'member-timeout'
  if (/ENOTFOUND|not known|no such host|UnknownHost|getaddrinfo|EAI_AGAIN|lookup address/i.test(error))
    return 'member-unresolved'
  return null
}

/** Some members answer and others do not. */
function mixture(members: readonly PrintedMember[]): readonly FoundSign[] {
  const known = members.find(({ kind }) => kind !== 'unknown')
  const unknown = members.find(({ kind, error }) => kind === 'unknown' && error !== '')
  return known === undefined || unknown === undefined
    ? []
    : [{ sign: 'topology:mixed', words: `${named(known)}, ${named(unknown)}`, at: unknown.at }]
}

/** A primary has been heard, so the members listed are those that the set names, not those that were configured. */
function advertised(text: string, members: readonly PrintedMember[]): readonly FoundSign[] {
  const heard =
    /\bmaxSetVersion: (?!null)\S{1,20}|max_set_version=(?!None)\d{1,12}|\bmaxSetVersion=\d{1,12}/.exec(text)
  const silent = members.every(({ kind }) => kind === 'unknown')
  return heard !== null && silent ? [{ sign: 'topology:advertised', words: heard[0], at: heard.index }] : []
}

/** The address that failed is none of the members': something stands in between (a proxy), or a name resolves to it. */
function stranger(text: string, members: readonly PrintedMember[]): readonly FoundSign[] {
  const ports = new Set(members.map(({ port }) => port))
  const other = failingHosts(text).find(
    ({ host, port, words }) =>
      port !== null &&
      !ports.has(port) &&
      (isAddress(host) || loops(host)) &&
      /connect E|dial tcp/.test(words),
  )
  return other === undefined ? [] : [{ sign: 'topology:other-port', words: other.words, at: other.at }]
}
