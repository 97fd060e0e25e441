import dns from 'node:dns'

import type { DnsRecord, DnsSighting } from '@mongowhy/core'

import type { Bound } from '../bound.ts'
import { bounded, remaining } from '../bounded.ts'
import { codeOf } from '../tcp/open.ts'
import type { DnsOutcome } from './outcome.ts'
import { askServer } from './raw.ts'
import type { Question } from './raw.ts'

const keptRecords = 64

/**
 * Asks as the driver asks for SRV and TXT: Node's own resolver (c-ares), with the servers that Node uses. Where c-ares
 * says only that it failed, the same question in a packet of our own to its first server tells why.
 */
export async function askRuntime(question: Question, bound: Bound): Promise<DnsSighting> {
  const since = performance.now()
  const servers = dns.getServers()
  const server = servers[0] ?? null
  const outcome = await query(question, servers, bound)
  const told =
    server !== null && hidesWhy(outcome)
      ? refine(outcome, await askServer(question, server, remaining(bound, since)))
      : outcome
  // What our own packet met explains the failure; it was c-ares that was asked.
  return { ...told, name: question.name, type: question.type, server, transport: 'c-ares' }
}

function query(question: Question, servers: readonly string[], bound: Bound): Promise<DnsOutcome> {
  // c-ares doubles its time-out at each try; half of the bound leaves room for the second.
  const resolver = new dns.promises.Resolver({
    timeout: Math.max(1, Math.ceil(bound.timeoutMs / 3)),
    tries: 2,
  })
  // A resolver of our own does not follow dns.setServers(), which the driver's does.
  if (servers.length > 0) resolver.setServers(servers)
  return bounded<DnsOutcome>(
    bound,
    (done) => {
      resolve(resolver, question).then(
        (records) =>
          done(
            records.length === 0
              ? { outcome: 'nodata' }
              : { outcome: 'answer', records: records.slice(0, keptRecords), total: records.length },
          ),
        (error: unknown) => done(failure(codeOf(error))),
      )
      return () => resolver.cancel()
    },
    () => ({ outcome: 'timeout' }),
  )
}

async function resolve(
  resolver: dns.promises.Resolver,
  { name, type }: Question,
): Promise<readonly DnsRecord[]> {
  switch (type) {
    case 'A':
      return (await resolver.resolve4(name)).map((address) => ({ type, address }))
    case 'AAAA':
      return (await resolver.resolve6(name)).map((address) => ({ type, address }))
    case 'SRV':
      return (await resolver.resolveSrv(name)).map(({ name: target, port, priority, weight }) => ({
        type,
        target,
        port,
        priority,
        weight,
      }))
    case 'TXT':
      return (await resolver.resolveTxt(name)).map((parts) => ({ type, text: parts.join('') }))
    case 'CNAME':
      return (await resolver.resolveCname(name)).map((target) => ({ type, target }))
  }
}

function failure(code: string): DnsOutcome {
  switch (code) {
    case dns.NOTFOUND:
      return { outcome: 'nxdomain' }
    case dns.NODATA:
      return { outcome: 'nodata' }
    case dns.SERVFAIL:
      return { outcome: 'servfail' }
    case dns.REFUSED:
      return { outcome: 'refused' }
    case dns.TIMEOUT:
      return { outcome: 'timeout' }
    case dns.CONNREFUSED:
      return { outcome: 'unreachable', errno: 'ECONNREFUSED' }
    case dns.BADRESP:
      return { outcome: 'malformed', detail: 'c-ares could not read the reply' }
    case dns.FORMERR:
      return { outcome: 'rcode', rcode: 1 }
    case dns.NOTIMP:
      return { outcome: 'rcode', rcode: 4 }
    default:
      return { outcome: 'failed', code }
  }
}

function hidesWhy(outcome: DnsOutcome): boolean {
  return outcome.outcome === 'malformed' || outcome.outcome === 'unreachable'
}

/** Only what explains the failure of c-ares: where our own packet fared better, it is c-ares that failed. */
function refine(outcome: DnsOutcome, raw: DnsSighting): DnsOutcome {
  switch (raw.outcome) {
    case 'malformed':
    case 'truncated':
    case 'unreachable':
      return raw
    default:
      return outcome
  }
}
