import type {
  Endpoint,
  Evidence,
  Look,
  LookId,
  Report,
  SeenLook,
  TlsRecord,
  TlsSighting,
} from '@mongowhy/core'

/** One message of a conversation. Times in milliseconds since the diagnosis began. */
export interface Rung {
  readonly at: number
  /** `here`: no message; what this side made of those before. */
  readonly direction: 'sent' | 'received' | 'here'
  readonly says: string
  /** Bytes of the record; null where it is no message but an event of TCP. */
  readonly bytes: number | null
  readonly tone: 'plain' | 'good' | 'bad'
}

/** What went to and fro between this machine and one address of an endpoint, in order. */
export interface Ladder {
  readonly endpoint: Endpoint
  readonly address: string
  readonly looks: readonly LookId[]
  readonly rungs: readonly Rung[]
  /** How it ended, where that is no message. */
  readonly ending: {
    readonly at: number
    readonly says: string
    readonly tone: 'bad'
  } | null
  readonly leftOut: number
}

// A handshake has some fifteen; what a picture cannot show is counted.
const mostRungs = 24

/** The conversation that the verdict rests on; null where none was had with anybody. */
export function ladderOf(report: Report): Ladder | null {
  const { evidence, verdict } = report
  const candidates = evidence.looks.filter(isConversation)
  // What a verdict cites first is what it goes by; the rest is what it compares that with.
  const cited = (verdict.primary?.because ?? []).flatMap(
    ({ look: id }) => candidates.find((look) => look.id === id) ?? [],
  )
  const decisive =
    cited.find(isTls) ??
    cited[0] ??
    candidates.find((look) => look.ask.endpoint === verdict.primary?.endpoints[0]) ??
    candidates[0]
  if (decisive === undefined || decisive.ask.endpoint === null) return null
  return conversation(
    evidence,
    decisive.ask.endpoint,
    decisive.saw.address,
    decisive.ask.trial === undefined ? null : decisive,
  )
}

type Conversing = SeenLook<'tcp.connect'> | SeenLook<'tls.handshake'> | SeenLook<'wire.hello'>

function isConversation(look: Look): look is Conversing {
  const { probe, endpoint } = look.ask
  return (
    look.status === 'seen' &&
    endpoint !== null &&
    (probe === 'tcp.connect' || probe === 'tls.handshake' || probe === 'wire.hello')
  )
}

function conversation(
  evidence: Evidence,
  endpoint: Endpoint,
  address: string,
  only: Conversing | null,
): Ladder {
  const own = evidence.looks
    .filter(isConversation)
    .filter((look) => look.ask.endpoint === endpoint && look.saw.address === address)
  const tcp = own.find((look) => look.ask.probe === 'tcp.connect')
  const tls = only ?? own.find((look) => look.ask.probe === 'tls.handshake' && look.ask.trial === undefined)
  const hello =
    only === null
      ? own.find((look) => look.ask.probe === 'wire.hello' && look.ask.trial === undefined)
      : undefined
  const looks = [tcp, tls, hello].filter((look) => look !== undefined)
  const parts = looks.map(partOf)
  const rungs = parts.flatMap((part) => part.rungs).toSorted((a, b) => a.at - b.at)
  const shown = rungs.slice(0, mostRungs)
  return {
    endpoint,
    address,
    looks: looks.map(({ id }) => id),
    rungs: shown,
    ending: parts.findLast((part) => part.ending !== null)?.ending ?? null,
    leftOut: rungs.length - shown.length,
  }
}

interface Part {
  readonly rungs: readonly Rung[]
  readonly ending: Ladder['ending']
}

function partOf(look: Conversing): Part {
  if (isTls(look)) return tlsPart(look)
  return isTcp(look) ? tcpPart(look) : helloPart(look)
}

function isTls(look: Conversing): look is SeenLook<'tls.handshake'> {
  return look.ask.probe === 'tls.handshake'
}

function isTcp(look: Conversing): look is SeenLook<'tcp.connect'> {
  return look.ask.probe === 'tcp.connect'
}

function tcpPart({ startedAt, tookMs, saw: { outcome } }: SeenLook<'tcp.connect'>): Part {
  const sent: Rung = { at: startedAt, direction: 'sent', says: 'TCP connect', bytes: null, tone: 'plain' }
  const end = startedAt + tookMs
  const answer = (says: string, tone: Rung['tone']): Rung => ({
    at: end,
    direction: 'received',
    says,
    bytes: null,
    tone,
  })
  switch (outcome.is) {
    case 'open':
      return { rungs: [sent, answer('accepted', 'plain')], ending: null }
    case 'refused':
      return { rungs: [sent, answer('refused', 'bad')], ending: null }
    case 'reset':
      return { rungs: [sent, answer('accepted, then reset', 'bad')], ending: null }
    case 'silent':
      return { rungs: [sent], ending: { at: end, says: 'no answer', tone: 'bad' } }
    case 'unreachable':
    case 'failed':
      return { rungs: [sent], ending: { at: end, says: outcome.errno, tone: 'bad' } }
    case 'socket-missing':
    case 'socket-denied':
      return { rungs: [sent], ending: { at: end, says: outcome.is.replaceAll('-', ' '), tone: 'bad' } }
  }
}

function tlsPart({ startedAt, tookMs, saw }: SeenLook<'tls.handshake'>): Part {
  const rungs = saw.records.map((record): Rung => ({
    at: startedAt + record.at,
    direction: record.direction,
    says: heldText(record),
    bytes: record.bytes,
    tone: record.holds.some((held) => held.startsWith('alert') && !held.includes('close_notify'))
      ? 'bad'
      : 'plain',
  }))
  const last = saw.records.at(-1)?.at ?? 0
  const at = startedAt + Math.max(tookMs, last)
  switch (saw.outcome.is) {
    case 'secure':
      return { rungs: judged(rungs, at, saw), ending: null }
    case 'alert':
      return { rungs, ending: null }
    case 'closed':
      return { rungs, ending: { at, says: 'closed by the peer (FIN)', tone: 'bad' } }
    case 'reset':
      return { rungs, ending: { at, says: 'reset by the peer (RST)', tone: 'bad' } }
    case 'silent':
      return { rungs, ending: { at, says: 'no answer', tone: 'bad' } }
    case 'not-tls':
      return { rungs, ending: { at, says: `the answer is not TLS (${saw.outcome.protocol})`, tone: 'bad' } }
    case 'local-failure':
      return { rungs, ending: { at, says: `given up by this client: ${saw.outcome.reason}`, tone: 'bad' } }
  }
}

/** What came of the chain stands behind the flight that brought it, before anything that is said within TLS. */
function judged(rungs: readonly Rung[], at: number, { verifications }: TlsSighting): readonly Rung[] {
  const untrusted = verifications.some(({ store, trusted }) => store === 'driver' && !trusted)
  const finished = rungs.findLastIndex(
    ({ says: held, direction }) => direction === 'sent' && held.includes('Finished'),
  )
  const certificate = rungs.findLastIndex(({ says: held }) => /\bCertificate\b/.test(held))
  const behind = rungs[Math.max(finished, certificate)]
  const says = untrusted ? 'the chain does not verify' : 'secure'
  const tone = untrusted ? 'bad' : 'good'
  const judgement: Rung = { at: behind?.at ?? at, direction: 'here', says, bytes: null, tone }
  const place = behind === undefined ? rungs.length : rungs.indexOf(behind) + 1
  return rungs.toSpliced(place, 0, judgement)
}

function heldText({ holds }: TlsRecord): string {
  return holds.length === 0 ? 'record' : holds.join(', ')
}

function helloPart({ startedAt, tookMs, saw }: SeenLook<'wire.hello'>): Part {
  // Over TLS the messages themselves are records of the handshake's look already.
  const sent: readonly Rung[] =
    saw.transport === 'tls'
      ? []
      : [{ at: startedAt, direction: 'sent', says: saw.command, bytes: null, tone: 'plain' }]
  const end = startedAt + tookMs
  const { outcome } = saw
  if (outcome.is === 'reply') {
    const role =
      outcome.hello.setName === null
        ? outcome.hello.role
        : `${outcome.hello.role} of ${outcome.hello.setName}`
    const reply: Rung = { at: end, direction: 'received', says: `hello: ${role}`, bytes: null, tone: 'plain' }
    return { rungs: [...sent, reply], ending: null }
  }
  const says =
    outcome.is === 'error'
      ? `error ${outcome.code ?? ''}`
      : outcome.is === 'not-mongodb'
        ? `not MongoDB (${outcome.protocol})`
        : outcome.is
  return { rungs: sent, ending: { at: end, says: `hello: ${says}`, tone: 'bad' } }
}
