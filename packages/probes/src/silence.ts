import { endpointParts, hostKind } from '@mongowhy/core'
import type { Ask, AskOf, Look, LookId, ProbeName, Sightings } from '@mongowhy/core'

/**
 * What a look comes to if the peer goes on saying nothing; null where silence is not how it ends. Only for planning what
 * to ask meanwhile: no verdict is made from it.
 */
function silenceOf(ask: Ask): Sightings[ProbeName] | null {
  switch (ask.probe) {
    case 'tcp.connect':
      return tcp(ask)
    case 'tls.handshake':
      return tls(ask)
    case 'wire.hello':
      return {
        address: ask.vary.address,
        transport: ask.vary.transport,
        command: ask.vary.command ?? 'hello',
        outcome: { is: 'silent' },
        roundTripMs: null,
      }
    case 'dns.query': {
      const { name, type, resolver } = ask.vary
      const server = typeof resolver === 'string' ? null : resolver.server
      return { name, type, server, transport: ask.vary.transport ?? 'udp', outcome: 'timeout' }
    }
    case 'uri.parse':
    case 'env.host':
    case 'env.project':
    case 'env.runtimes':
    case 'env.file':
    case 'proxy.connect':
    case 'tcp.control':
    case 'tls.hello':
    case 'tls.matrix':
    case 'path.walk':
    case 'tls.aia':
    case 'tls.ocsp':
    case 'wire.banner':
    case 'wire.http':
    case 'wire.postgresql':
    case 'wire.build':
    case 'auth.login':
    case 'authz.privileges':
    case 'ops.run':
    case 'driver.connect':
    case 'driver.try':
      return null
  }
}

/** The look that an open one is presumed to become; null where it is not known what that would be. */
export function presumed(id: LookId, ask: Ask, startedAt: number, tookMs: number): Look | null {
  const saw = silenceOf(ask)
  // The sighting is of the probe that the ask names, which the type of the two apart cannot say.
  return saw === null ? null : ({ id, ask, startedAt, status: 'seen', tookMs, saw } as object as Look)
}

function tcp({ endpoint, vary: { address } }: AskOf<'tcp.connect'>): Sightings['tcp.connect'] {
  const kind = hostKind(address)
  return {
    address,
    port: endpoint === null ? null : endpointParts(endpoint).port,
    family: kind === 'socket' ? 'unix' : kind === 'ipv6' ? 'ipv6' : 'ipv4',
    outcome: { is: 'silent' },
  }
}

function tls({ endpoint, vary }: AskOf<'tls.handshake'>): Sightings['tls.handshake'] {
  const host = endpoint === null ? '' : endpointParts(endpoint).host
  const usual = hostKind(host) === 'name' ? host : null
  return {
    address: vary.address,
    servername: vary.servername === undefined ? usual : vary.servername,
    outcome: { is: 'silent' },
    negotiated: null,
    offered: [],
    records: [],
    alerts: [],
    bytesRead: 0,
    chain: [],
    chainLength: 0,
    verifications: [],
    runtimeVerdict: null,
    clientCertificate: { requested: false, sent: false, acceptableIssuers: [] },
    afterSecure: 'not-reached',
  }
}
