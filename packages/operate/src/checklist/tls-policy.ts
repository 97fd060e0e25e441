import { endpointParts, isLoopback, parseTarget, seenBy } from '@mongowhy/core'
import type { Report, Target } from '@mongowhy/core'

import { failed, notRun, passed } from './document.ts'
import type { Finding } from './document.ts'

/** Whether every connection that leaves this machine is by TLS that is verified. */
export function checkTlsPolicy(target: Target, { evidence }: Report): Finding {
  const { hosts, effective, scheme } = parseTarget(target.uri.reveal()).uri
  if (scheme === null || hosts.length === 0) return notRun('the connection string cannot be read')
  const srv = scheme === 'mongodb+srv'
  if (!srv && hosts.every(({ host }) => isLoopback(host))) return notRun('every host is on this machine')
  const met = new Set(seenBy(evidence, 'tcp.connect').flatMap(({ ask }) => ask.endpoint ?? []))
  if (srv && met.size > 0 && [...met].every((endpoint) => isLoopback(endpointParts(endpoint).host))) {
    return notRun('every host is on this machine')
  }
  if (!effective.tls)
    return failed(
      'the connection string asks for no TLS: everything, the login included, can be read on the way',
    )
  if (effective.tlsAllowInvalidCertificates)
    return failed('tlsAllowInvalidCertificates switches verification off')
  if (effective.tlsAllowInvalidHostnames)
    return failed('tlsAllowInvalidHostnames switches the check of the name off')
  const handshakes = seenBy(evidence, 'tls.handshake').filter(({ saw }) => saw.outcome.is === 'secure')
  if (handshakes.length === 0) return notRun('no TLS connection came about')
  return passed(
    'TLS is asked for and verified',
    handshakes.slice(0, 5).map(({ ask }) => `${ask.endpoint ?? ''} was verified`),
  )
}
