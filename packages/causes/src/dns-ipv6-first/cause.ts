import {
  absent,
  defineCause,
  endpointParts,
  firstSeen,
  hostKind,
  isLoopback,
  says,
  together,
  unknown,
} from '@mongowhy/core'
import type { Cause, DriverSighting } from '@mongowhy/core'

import { citeTcp, reachOf } from '../kit/reach.ts'

interface Facts {
  readonly host: string
  readonly port: number | null
  readonly ipv6: string
  readonly ipv4: string
  readonly silent: boolean
  readonly loopback: boolean
  readonly triesBoth: boolean | null
}

export const cause: Cause = defineCause<Facts>({
  code: 'dns-ipv6-first',
  title: 'The name leads to IPv6 first, the server listens on IPv4 only',
  scope: 'endpoint',
  infer(evidence, at) {
    if (at === null || hostKind(endpointParts(at).host) !== 'name') return unknown()
    const { looks, open, refused, silent } = reachOf(evidence, at)
    const sixth = looks.filter(({ saw }) => saw.family === 'ipv6')
    const fourth = open.filter(({ saw }) => saw.family === 'ipv4')
    const openSixth = sixth.find(({ saw }) => saw.outcome.is === 'open')
    if (openSixth !== undefined) return absent(citeTcp(openSixth))
    // No way at all to IPv6 is how most machines are; every client passes over it at once.
    const failed = [...refused, ...silent].find(({ saw }) => saw.family === 'ipv6')
    const [works] = fourth
    if (failed === undefined || works === undefined)
      return works === undefined ? unknown() : absent(citeTcp(works))
    const driver = firstSeen(evidence, 'driver.connect')
    const machine = firstSeen(evidence, 'env.host')
    const { host, port } = endpointParts(at)
    return {
      is: 'present',
      certainty: 'certain',
      bearing: failedForIt(driver?.saw) ? 'fault' : 'advisory',
      facts: {
        host,
        port,
        ipv6: failed.saw.address,
        ipv4: works.saw.address,
        silent: failed.saw.outcome.is === 'silent',
        loopback: isLoopback(host),
        triesBoth:
          machine?.saw.triesBothFamilies ??
          (driver === undefined ? null : driver.saw.outcome.is === 'connected'),
      },
      because: [citeTcp(failed), citeTcp(works)],
    }
  },
  remedy: () => ({ change: 'family', family: 'ipv4' }),
  advise: ({ host, port, ipv6, ipv4, silent, loopback, triesBoth }) => ({
    title: says`${host} leads to ${ipv6} first, where nothing listens; the server is at ${ipv4}`,
    explanation: together(
      silent
        ? says`The IPv6 address stays silent and the IPv4 address accepts connections on port ${port ?? ''}.`
        : says`The IPv6 address refuses connections on port ${port ?? ''} and the IPv4 address accepts them.`,
      triesBoth === false
        ? says`This runtime tries only the first address that the system gives, so it may fail with ECONNREFUSED although the server is up.`
        : says`Clients that try both get through, after a delay; others, such as Node 17 and 18 or older drivers, report ECONNREFUSED ${ipv6} although the server is up.`,
    ),
    steps: [
      says`Write the IPv4 address instead of the name: ${`${ipv4}:${port ?? 27017}`}${loopback ? ' (instead of localhost)' : ''}.`,
      says`Or let the server listen on both: net.ipv6: true and bindIp: ${loopback ? '127.0.0.1,::1' : '::,0.0.0.0'} in mongod.conf.`,
      says`Or let the client take IPv4 alone: the option family: 4 of the Node driver.`,
    ],
  }),
})

/** The driver's own attempt met the closed address, and did not go on to the other. */
function failedForIt(driver: DriverSighting | undefined): boolean {
  const outcome = driver?.outcome
  return outcome?.is === 'failed' && outcome.error.systemCode === 'ECONNREFUSED'
}
