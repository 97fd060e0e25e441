/** A member as a driver's topology description prints it. */
export interface PrintedMember {
  readonly host: string
  readonly port: number | null
  readonly kind: 'unknown' | 'primary' | 'secondary' | 'standalone' | 'ghost' | 'other' | 'mongos' | 'pending'
  /** What was wrong there; empty where nothing was printed. */
  readonly error: string
  /** The primary that it names; null where it names none. */
  readonly primary: string | null
  readonly at: number
}

/** How each driver begins a member's entry; what follows, up to the next entry, belongs to it. */
const entries: readonly RegExp[] = [
  /['"]?(?<host>\[[0-9a-f:]+\]|[\w.-]{1,255}):(?<port>\d{1,5})['"]? => (?:\[?ServerDescription\b|\{)/g,
  /<ServerDescription \('(?<host>[^']{1,255})', (?<port>\d{1,5}|None)\)/g,
  /\{ ?Addr: (?<host>[^\s,]{1,255}?):(?<port>\d{1,5}),/g,
  /\{ ?Address: (?<host>[^\s,]{1,255}?):(?<port>\d{1,5}),/g,
  /\{address=(?<host>[^\s,]{1,255}?):(?<port>\d{1,5}),/g,
  /EndPoint: "(?:Unspecified\/)?(?<host>[^"]{1,255}?):(?<port>\d{1,5})"/g,
  /#<Server(?:::\w+)?(?: |:0x\w+ )?address=(?<host>[^\s>]{1,255}?):(?<port>\d{1,5})/g,
  /"address" ?: ?"(?<host>[^"]{1,255}?):(?<port>\d{1,5})"/g,
]

const kinds: readonly (readonly [PrintedMember['kind'], RegExp])[] = [
  ['primary', /^(?:RSPrimary|REPLICA_SET_PRIMARY|ReplicaSetPrimary|PRIMARY)$/i],
  ['secondary', /^(?:RSSecondary|REPLICA_SET_SECONDARY|ReplicaSetSecondary|SECONDARY)$/i],
  ['ghost', /^(?:RSGhost|REPLICA_SET_GHOST|ReplicaSetGhost|GHOST)$/i],
  ['other', /^(?:RSOther|RSArbiter|REPLICA_SET_(?:OTHER|ARBITER)|ReplicaSet(?:Other|Arbiter))$/i],
  ['standalone', /\b(?:Standalone|STANDALONE)\b/],
  ['mongos', /\b(?:Mongos|SHARD_ROUTER|ShardRouter)\b/],
]

// Java's log tells of members that were dropped again: the set does not know them by that name.
const removed =
  /Server (\S{1,255}) is no longer a member of the replica set|Removing (\S{1,255}) from client view of cluster/g

// A description of hundreds of members repeats itself.
const mostMembers = 60
const longestEntry = 4_000

/** The members that a text's topology description lists, whatever driver printed it. */
export function membersIn(text: string): readonly PrintedMember[] {
  const gone = new Set([...text.matchAll(removed)].map((match) => match[1] ?? match[2]))
  const found = entries
    .flatMap((entry) => [...text.matchAll(entry)])
    .filter(({ groups }) => !gone.has(`${groups?.host}:${groups?.port}`))
  const starts = found.map((match) => match.index).sort((a, b) => a - b)
  return found.slice(0, mostMembers).map((match) => {
    const next = starts.find((start) => start > match.index) ?? text.length
    const body = text.slice(match.index, Math.min(next, match.index + longestEntry))
    const port = Number(match.groups?.port)
    return {
      host: (match.groups?.host ?? '').replace(/^\[|\]$/g, '').toLowerCase(),
      port: Number.isNaN(port) ? null : port,
      kind: kindOf(body),
      error: /(?:error[:=]|Error:|Last error:|exception=|HeartbeatException: ")[\s\S]*/.exec(body)?.[0] ?? '',
      primary: /\bprimary[:=] ?['"]([\w.:-]{1,255})['"]/.exec(body)?.[1]?.toLowerCase() ?? null,
      at: match.index,
    }
  })
}

function kindOf(body: string): PrintedMember['kind'] {
  const declared =
    /(?:\btype: '?|server_type: |Type: "?|type=)(\w{1,40})/.exec(body)?.[1] ??
    /address=\S{1,255} (\w{1,40})/.exec(body)?.[1] ??
    ''
  return kinds.find(([, is]) => is.test(declared))?.[0] ?? 'unknown'
}
