import { absent, cite, defineCause, endpointParts, looksOf, says, together, unknown } from '@mongowhy/core'
import type { Ask, Cause, Citation, Endpoint, Evidence, Inference, SeenLook } from '@mongowhy/core'

import { ask } from '../kit/evidence.ts'
import { bearingAt, citeTcp, mayBeToldForbidden, reachOf } from '../kit/reach.ts'

type ControlLook = SeenLook<'tcp.control'>

interface Facts {
  readonly port: number
  readonly how: 'here' | 'compared'
  readonly errno: string | null
  readonly control: string | null
}

/** The port that nobody blocks for long. */
const usual = 443

export const cause: Cause = defineCause<Facts>({
  code: 'tcp-egress-blocked',
  title: 'The network here lets nothing out to this port',
  scope: 'endpoint',
  refines: ['tcp-filtered'],
  infer(evidence, at) {
    if (at === null) return unknown()
    const { port } = endpointParts(at)
    const { open, refused, silent, looks } = reachOf(evidence, at)
    const [heard] = [...open, ...refused]
    if (heard !== undefined) return absent(citeTcp(heard))
    if (port === null) return unknown()
    // The system itself says no: a rule of this machine, not of the way.
    const denied = looks.find(
      ({ saw }) =>
        saw.outcome.is === 'failed' &&
        (saw.outcome.errno === 'EPERM' || saw.outcome.errno === 'EACCES') &&
        // A route that forbids the address is another matter: it is the same for every port.
        saw.outcome.routed !== false &&
        !mayBeToldForbidden(saw),
    )
    if (denied !== undefined && denied.saw.outcome.is === 'failed') {
      const { errno } = denied.saw.outcome
      return {
        is: 'present',
        certainty: 'certain',
        bearing: bearingAt(evidence, at),
        facts: { port, how: 'here', errno, control: null },
        because: [citeTcp(denied)],
      }
    }
    return silent.length === 0 ? unknown() : compared(evidence, at, port, silent.slice(0, 2).map(citeTcp))
  },
  advise: ({ port, how, errno, control }) => ({
    title:
      how === 'here'
        ? says`This machine does not let programs connect to port ${port} (${errno ?? ''})`
        : says`The network that you are in lets nothing out to port ${port}`,
    explanation:
      how === 'here'
        ? says`The system refused the connection by itself before a packet left: a firewall, a security module or a sandbox of this machine forbids it to this program.`
        : together(
            says`Not only MongoDB is silent: the host that you named for comparison (${control ?? ''}) does not answer on its port either, while the same host answers on port ${usual}. So connections leave this network, and those to such ports do not.`,
            says`Offices, universities, hotels and some hosting providers let out web traffic alone.`,
          ),
    steps:
      how === 'here'
        ? [
            says`Linux: sudo nft list ruleset, sudo iptables -S OUTPUT; for a service also IPAddressDeny= and RestrictAddressFamilies= in its unit; SELinux: sudo ausearch -m avc -ts recent.`,
            says`macOS and Windows: the firewall or security agent that asks for each program; sandboxes of app stores and of CI forbid the network altogether.`,
          ]
        : [
            says`Ask whoever runs the network here to let this machine out to TCP port ${port}, to every member of the deployment.`,
            says`Try from another network, a phone's hotspot say: there it should work.`,
            says`Where that cannot be had: a SOCKS5 proxy that may go out (proxyHost in the connection string), a VPN, or a private endpoint.`,
          ],
    ...(how === 'here'
      ? {}
      : {
          confirm: says`From the same machine over a phone's hotspot: if it connects there, it is this network.`,
        }),
  }),
})

/** A host that the user says listens on such a port, against the port that is let out everywhere. */
function compared(
  evidence: Evidence,
  at: Endpoint,
  port: number,
  silent: readonly Citation[],
): Inference<Facts> {
  const named = evidence.options.control ?? null
  const own = named === null ? null : endpointPort(named)
  const asks: readonly Ask[] = [
    ask('tcp.control', at, { of: 'control-host', port: own ?? port }),
    ask('tcp.control', at, { of: 'control-host', port: usual }),
  ]
  const [blocked, web] = [own ?? port, usual].map((each) => controlAt(evidence, at, each))
  if (blocked === undefined || web === undefined) return unknown(...asks)
  if (blocked === null || web === null) return unknown()
  if (answered(blocked)) return absent(citeControl(blocked))
  if (!answered(web) || isTarget(evidence, at, blocked)) return unknown()
  const [first, ...rest] = [citeControl(blocked), citeControl(web), ...silent]
  if (first === undefined || named === null) return unknown()
  return {
    is: 'present',
    // Of a host that was named without a port nobody said that it listens there: its own firewall may drop us as well.
    certainty: own === null ? 'possible' : 'likely',
    bearing: own === null ? 'advisory' : bearingAt(evidence, at),
    facts: { port, how: 'compared', errno: null, control: named },
    because: [first, ...rest],
  }
}

/** undefined: not looked at; null: looked at in vain, or not to be. */
function controlAt(evidence: Evidence, at: Endpoint, port: number): ControlLook | null | undefined {
  const look = looksOf(evidence, 'tcp.control', at).find(
    ({ ask: { vary } }) => vary.of === 'control-host' && vary.port === port,
  )
  if (look === undefined) return undefined
  return look.status === 'seen' && look.saw.attempts.length > 0 ? look : null
}

/** What is compared with itself tells nothing. */
function isTarget(evidence: Evidence, at: Endpoint, { saw }: ControlLook): boolean {
  const target = reachOf(evidence, at).looks.map((look) => look.saw.address)
  return saw.attempts.some(({ address }) => target.includes(address))
}

function answered({ saw }: ControlLook): boolean {
  return saw.attempts.some(({ outcome }) => outcome.is === 'open' || outcome.is === 'refused')
}

function citeControl(look: ControlLook): Citation {
  const { host, attempts } = look.saw
  return cite(
    look,
    says`${host} ${answered(look) ? 'answers' : 'does not answer'} on port ${attempts[0]?.port ?? ''}`,
  )
}

/** A bare IPv6 address has colons and no port. */
function endpointPort(control: string): number | null {
  const port = /^(?:\[[^\]]*\]|[^:]*):(\d{1,5})$/.exec(control)?.[1]
  return port === undefined ? null : Number(port)
}
