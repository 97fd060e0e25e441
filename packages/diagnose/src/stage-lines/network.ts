import { looksOf, says, together } from '@mongowhy/core'
import type {
  Endpoint,
  Evidence,
  Phrase,
  ProxySighting,
  StageLine,
  TcpSighting,
  TlsSighting,
} from '@mongowhy/core'
import { effective, handshakes } from '@mongowhy/causes/kit'

import { line, longest, skipped, split } from './line.ts'

/** TCP or proxy, then TLS, of one endpoint. */
export function networkLines(evidence: Evidence, at: Endpoint): readonly StageLine[] {
  return [...tcpLine(evidence, at), ...proxyLine(evidence, at), ...tlsLine(evidence, at)]
}

function tcpLine(evidence: Evidence, at: Endpoint): readonly StageLine[] {
  const { seen, reason, broken } = split(looksOf(evidence, 'tcp.connect', at))
  if (seen.length === 0) {
    if (reason !== null) return [skipped('tcp', at, reason)]
    return broken === null ? [] : [line('tcp', at, 'failed', 0, says`our own look failed: ${broken}`)]
  }
  const open = seen.filter(({ saw }) => saw.outcome.is === 'open')
  const bad = seen.filter(({ saw }) => saw.outcome.is !== 'open')
  const status = open.length === 0 ? 'failed' : bad.length > 0 ? 'degraded' : 'ok'
  const parts = [...open, ...bad].map(({ saw }) => together(says`${saw.address}`, tcpText(saw)))
  return [line('tcp', at, status, longest(seen), joined(parts))]
}

function tcpText({ outcome }: TcpSighting): Phrase {
  switch (outcome.is) {
    case 'open':
      return says`open`
    case 'refused':
      return says`refused`
    case 'silent':
      return says`no answer`
    case 'unreachable':
      return says`unreachable (${outcome.errno})`
    case 'reset':
      return says`reset at once`
    case 'socket-missing':
      return says`no such socket`
    case 'socket-denied':
      return says`not permitted`
    case 'failed':
      return says`failed (${outcome.errno})`
  }
}

function proxyLine(evidence: Evidence, at: Endpoint): readonly StageLine[] {
  return looksOf(evidence, 'proxy.connect', at).map((look) => {
    if (look.status === 'skipped') return skipped('proxy', at, look.reason)
    if (look.status === 'broken') return line('proxy', at, 'failed', look.tookMs, says`${look.error}`)
    const ok = look.saw.outcome.is === 'connected'
    return line('proxy', at, ok ? 'ok' : 'failed', look.tookMs, proxyText(look.saw))
  })
}

function proxyText({ proxy, outcome }: ProxySighting): Phrase {
  switch (outcome.is) {
    case 'connected':
      return says`through ${proxy}`
    case 'unreachable':
      return says`${proxy} cannot be reached (${outcome.errno})`
    case 'silent':
      return says`${proxy} did not answer`
    case 'not-socks':
      return says`${proxy} does not speak SOCKS5`
    case 'closed':
      return says`${proxy} closed the connection`
    case 'no-acceptable-method':
      return says`${proxy} wants another way to log in`
    case 'credentials-rejected':
      return says`${proxy} rejected the credentials`
    case 'target-refused':
      return says`${proxy} could not reach the target (reply ${outcome.reply})`
  }
}

function tlsLine(evidence: Evidence, at: Endpoint): readonly StageLine[] {
  const plain = handshakes(evidence, at)
  const worst = plain.find(refused) ?? plain.find(untrusted) ?? plain[0]
  if (worst === undefined) {
    const { reason } = split(looksOf(evidence, 'tls.handshake', at))
    return reason === null ? [] : [skipped('tls', at, reason)]
  }
  const relaxed = effective(evidence)?.tlsAllowInvalidCertificates === true
  const status = refused(worst) ? 'failed' : untrusted(worst) ? (relaxed ? 'degraded' : 'failed') : 'ok'
  return [line('tls', at, status, longest(plain), tlsText(worst.saw))]
}

/** TLS 1.3 servers refuse a client certificate only once the client thinks that all is well. */
function refused({ saw }: { readonly saw: TlsSighting }): boolean {
  return saw.outcome.is !== 'secure' || saw.afterSecure === 'alert'
}

function untrusted({ saw }: { readonly saw: TlsSighting }): boolean {
  return saw.verifications.some(({ store, trusted }) => store === 'driver' && !trusted)
}

function tlsText(saw: TlsSighting): Phrase {
  const received = saw.alerts.find(({ direction }) => direction === 'received')
  const defects = saw.verifications.find(({ store }) => store === 'driver')?.defects ?? []
  switch (saw.outcome.is) {
    case 'secure': {
      const session = says`${saw.outcome.version}, ${saw.outcome.cipher}`
      if (saw.afterSecure === 'alert' && received !== undefined) {
        return together(session, says`, then alert ${received.number} (${received.name})`)
      }
      const kinds = [...new Set(defects.map(({ is }) => is))].join(', ')
      return kinds === '' || !untrusted({ saw })
        ? session
        : together(session, says`; certificate not accepted: ${kinds}`)
    }
    case 'alert':
      return received === undefined
        ? says`an alert ended the handshake`
        : says`alert ${received.number} (${received.name}), ${received.position.replaceAll('-', ' ')}`
    case 'closed':
      return says`closed after ${saw.bytesRead} bytes from the server`
    case 'reset':
      return says`reset after ${saw.bytesRead} bytes from the server`
    case 'silent':
      return says`no answer to the first message, ${saw.bytesRead} bytes from the server`
    case 'not-tls':
      return says`the answer is not TLS (${saw.outcome.protocol})`
    case 'local-failure':
      return says`our own TLS library gave up: ${saw.outcome.reason}`
  }
}

function joined(parts: readonly Phrase[]): Phrase {
  return parts.reduce((all, part, index) => (index === 0 ? part : together(all, says`·`, part)), says``)
}
