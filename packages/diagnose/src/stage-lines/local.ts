import { firstSeen, listed, looksOf, says, together } from '@mongowhy/core'
import type { Evidence, Phrase, StageLine, UriSighting } from '@mongowhy/core'
import { effective } from '@mongowhy/causes/kit'

import { line } from './line.ts'

/** What was read without the network: the connection string and the machine. */
export function localLines(evidence: Evidence): readonly StageLine[] {
  return [...uriLine(evidence), ...environmentLine(evidence)]
}

function uriLine(evidence: Evidence): readonly StageLine[] {
  const look = firstSeen(evidence, 'uri.parse')
  if (look === undefined) return []
  const { uri, refused } = { uri: look.saw, refused: look.saw.readings.find(({ by }) => by === 'node') }
  if (uri.given === 'empty') return [line('uri', null, 'failed', look.tookMs, says`empty`)]
  const hosts = uri.hosts.length === 1 ? says`one host` : says`${uri.hosts.length} hosts`
  const options = effective(evidence)
  const tls = options?.tls === true ? says`TLS` : says`no TLS`
  const scheme = uri.scheme === null ? says`no scheme that MongoDB knows` : says`${uri.scheme}`
  const summary = together(scheme, says`with`, hosts, says`and`, tls, oddities(uri))
  const status =
    refused?.outcome === 'refuses' || uri.scheme === null
      ? 'failed'
      : uri.faults.length > 0
        ? 'degraded'
        : 'ok'
  return [line('uri', null, status, look.tookMs, summary)]
}

/** What a person cannot see. */
function oddities(uri: UriSighting): Phrase {
  const found = uri.faults.flatMap((fault) => {
    if (fault.kind === 'too-long') return says`; ${uri.length} characters long`
    if (fault.kind !== 'control-character') return []
    return says`; character ${fault.offset + 1} is invisible (U+${hex(fault.codePoint)})`
  })
  return together(...found.slice(0, 2))
}

function hex(codePoint: number): string {
  return codePoint.toString(16).toUpperCase().padStart(4, '0')
}

function environmentLine(evidence: Evidence): readonly StageLine[] {
  const look = firstSeen(evidence, 'env.host')
  if (look === undefined) return []
  const host = look.saw
  const files = looksOf(evidence, 'env.file').filter((file) => file.status === 'seen')
  const unfit = files.filter(({ saw }) => saw.outcome.is !== 'usable')
  const machine = says`Node ${host.node} with OpenSSL ${host.openssl} on ${host.platform} ${host.arch}`
  const container: Phrase = host.container === null ? says`` : says`in a container (${host.container})`
  const names = unfit.map(({ saw }) => saw.path)
  const problem = names.length === 0 ? says`` : together(says`; not usable:`, listed(names))
  const bad = unfit.length > 0 || !host.clock.plausible
  return [line('env', null, bad ? 'degraded' : 'ok', look.tookMs, together(machine, container, problem))]
}
