import { says, together } from '@mongowhy/core'
import type { DnsSighting, Look, LookOf, Phrase, SkipReason, TlsSighting } from '@mongowhy/core'

const reasons: Readonly<Record<SkipReason, string>> = {
  offline: 'needs the network',
  'earlier-fault': 'an earlier step failed',
  'not-needed': 'not needed',
  'unverified-peer': 'the peer is not verified, so nothing is sent to it',
  'time-out': 'no time was left',
  interrupted: 'interrupted',
  'cut-short': 'cut short, the verdict stands without it',
  'not-asked': 'not asked for',
  'too-many': 'more than the bound on looks of this kind',
}

/** Why a look was not made, in words. */
export function reasonText(reason: SkipReason): string {
  return reasons[reason]
}

/** What a look came to, in a few words. */
export function resultText(look: Look): Phrase {
  if (look.status === 'skipped') return says`not checked: ${reasonText(look.reason)}`
  if (look.status === 'broken') return says`our own look failed: ${look.error}`
  return seen(look)
}

type Seen = Extract<Look, { readonly status: 'seen' }>

function seen(look: Seen): Phrase {
  const { saw } = look
  if ('readings' in saw) return uri(saw)
  if ('caSources' in saw) return says`${saw.platform} ${saw.arch}, Node ${saw.node}, OpenSSL ${saw.openssl}`
  if ('runtimes' in saw) {
    return saw.runtimes.length === 0
      ? says`none found`
      : says`${saw.runtimes.map(({ name, version }) => `${name} ${version}`).join(', ')}`
  }
  if ('packages' in saw) {
    return saw.packages.length === 0
      ? says`no driver installed here`
      : says`${saw.packages.map(({ name, version }) => `${name} ${version}`).join(', ')}`
  }
  if ('records' in saw && 'bytesRead' in saw) return tls(saw)
  if (isDns(look)) return dns(look.saw)
  if ('servers' in saw) return driver(saw)
  if ('outcome' in saw && typeof saw.outcome === 'object') return outcome(saw.outcome)
  return says`seen`
}

type SeenOf<P extends 'dns.query' | 'driver.connect' | 'uri.parse'> = Extract<
  LookOf<P>,
  { readonly status: 'seen' }
>

function isDns(look: Seen): look is SeenOf<'dns.query'> {
  return look.ask.probe === 'dns.query'
}

function uri(saw: SeenOf<'uri.parse'>['saw']): Phrase {
  if (saw.given === 'empty') return says`empty`
  const hosts = saw.hosts.length === 1 ? says`one host` : says`${saw.hosts.length} hosts`
  const faults = saw.faults.length === 0 ? says`` : says`, ${saw.faults.length} doubtful`
  return together(
    says`${saw.scheme ?? 'no scheme'},`,
    hosts,
    saw.effective.tls ? says`, TLS` : says`, no TLS`,
    faults,
  )
}

function dns(saw: DnsSighting): Phrase {
  if (saw.outcome !== 'answer') return says`${plain(saw.outcome)}`
  const records = saw.records.map((record) => {
    switch (record.type) {
      case 'A':
      case 'AAAA':
        return record.address
      case 'SRV':
        return `${record.target}:${record.port}`
      case 'TXT':
        return record.text
      case 'CNAME':
        return record.target
    }
  })
  return says`${records.slice(0, 6).join(', ')}${records.length > 6 ? ` and ${records.length - 6} more` : ''}`
}

/** How a handshake ended, in words that fit in a line. */
export function tls(saw: TlsSighting): Phrase {
  const received = saw.alerts.find(({ direction }) => direction === 'received')
  const verdict = saw.verifications.find(({ store }) => store === 'driver')
  switch (saw.outcome.is) {
    case 'secure': {
      const session = says`${saw.outcome.version}, ${saw.outcome.cipher}`
      const defects = [...new Set(verdict?.defects.map(({ is }) => plain(is)))].join(', ')
      const chain =
        verdict === undefined
          ? says``
          : verdict.trusted
            ? says`, chain trusted`
            : says`, chain not trusted: ${defects}`
      const after =
        saw.afterSecure === 'alert' && received !== undefined
          ? says`, then alert ${received.number} (${received.name})`
          : says``
      return together(session, chain, after)
    }
    case 'alert':
      return received === undefined
        ? says`ended by an alert of our own`
        : says`alert ${received.number} (${received.name}) ${plain(received.position)}, ${saw.bytesRead} bytes read`
    case 'closed':
    case 'reset':
      return says`${saw.outcome.is} by the peer, ${saw.bytesRead} bytes read`
    case 'silent':
      return says`no answer, ${saw.bytesRead} bytes read`
    case 'not-tls':
      return says`the answer is not TLS (${saw.outcome.protocol})`
    case 'local-failure':
      return says`our own library gave up: ${saw.outcome.reason}`
  }
}

function driver({ outcome: of, topology, version }: SeenOf<'driver.connect'>['saw']): Phrase {
  switch (of.is) {
    case 'connected':
      return says`connected (driver ${version}, ${topology ?? 'no topology'})`
    case 'cut-short':
      return says`cut short, the verdict stands without it`
    case 'failed':
      return says`${of.error.name}: ${of.error.message}`
  }
}

/** What an outcome says of itself: its kind, and the one detail that people ask for. */
function outcome(of: object): Phrase {
  const fields = of as Readonly<Record<string, unknown>>
  const kind = typeof fields['is'] === 'string' ? plain(fields['is']) : 'seen'
  const detail = detailOf(fields)
  return detail === null ? says`${kind}` : says`${kind}: ${detail}`
}

function detailOf(fields: Readonly<Record<string, unknown>>): string | null {
  const { errno, version, hello, error, detail, problem, protocol, status, why, alert, roles } = fields
  if (isObject(hello))
    return [hello['role'], hello['setName']].filter((each) => typeof each === 'string').join(' of ')
  if (isObject(error)) return typeof error['message'] === 'string' ? error['message'] : null
  if (isObject(alert)) return `${String(alert['number'])} (${String(alert['name'])})`
  if (Array.isArray(roles))
    return roles
      .map((role: unknown) => (isObject(role) ? `${String(role['role'])}@${String(role['db'])}` : ''))
      .join(', ')
  const first = [errno, version, problem, detail, protocol, status, why].find(
    (each) => typeof each === 'string' || typeof each === 'number',
  )
  return first === undefined ? null : String(first)
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function plain(word: string): string {
  return word.replaceAll('-', ' ')
}
