import {
  absent,
  cite,
  defineCause,
  firstSeen,
  isLoopback,
  isPrivateAddress,
  listed,
  says,
  together,
  unknown,
} from '@mongowhy/core'
import type { Cause, HostSighting } from '@mongowhy/core'

import { effective, seedList } from '../kit/deployment.ts'
import { citeTcp, hostOf, reachOf } from '../kit/reach.ts'

interface Facts {
  readonly variable: string
  readonly proxy: string
  readonly hosts: readonly string[]
}

export const cause: Cause = defineCause<Facts>({
  code: 'proxy-env-ignored',
  title: 'The proxy of the environment is not used by MongoDB drivers',
  scope: 'target',
  refines: ['tcp-filtered', 'tcp-no-route'],
  infer(evidence) {
    const machine = firstSeen(evidence, 'env.host')
    const options = effective(evidence)
    if (machine === undefined || options === undefined) return unknown()
    if (options.proxy !== null) {
      return absent(cite(machine, says`the connection string names a proxy of its own`))
    }
    const variable = machine.saw.proxyVariables.find(({ name }) => /^(?:https?|all|socks)_proxy$/i.test(name))
    if (variable === undefined) return absent(cite(machine, says`no proxy is set in the environment`))
    const reached = seedList(evidence).map((endpoint) => ({ endpoint, ...reachOf(evidence, endpoint) }))
    const heard = reached.flatMap(({ open, refused }) => [...open, ...refused])
    // Whoever answers us is reached without the proxy.
    if (heard[0] !== undefined) return absent(citeTcp(heard[0]))
    const lost = reached.flatMap(({ silent, unreachable }) => [...silent, ...unreachable])
    const [first, ...rest] = lost.filter(
      ({ saw }) => !isPrivateAddress(saw.address) || isLoopback(saw.address),
    )
    // Proxies lead out; that a private address is silent has nothing to do with them.
    if (first === undefined) return unknown()
    const hosts = reached.map(({ endpoint }) => hostOf(endpoint))
    if (hosts.every((host) => exempt(machine.saw, host))) {
      return absent(cite(machine, says`NO_PROXY leaves these hosts out of the proxy`))
    }
    return {
      is: 'present',
      certainty: 'likely',
      bearing: 'fault',
      facts: { variable: variable.name, proxy: variable.value, hosts },
      because: [
        cite(machine, says`${variable.name} is set to ${variable.value}`),
        citeTcp(first),
        ...rest.slice(0, 3).map(citeTcp),
      ],
    }
  },
  advise: ({ variable, proxy, hosts }) => ({
    title: says`This network goes out through a proxy (${variable}), and MongoDB drivers do not use it`,
    explanation: together(
      says`The environment sends programs to ${proxy}; curl and browsers follow, and so the network seems to be in order. MongoDB's drivers read no such variable and connect by themselves, and the direct connection to`,
      listed(hosts.slice(0, 3)),
      says`gets no answer. Where a proxy is set, direct connections to the outside are mostly blocked.`,
    ),
    steps: [
      says`Ask whoever runs the network for a direct way: TCP port 27017 (private endpoints: 1024 and up) from this machine to every member.`,
      says`Or for a SOCKS5 proxy, which drivers do use: proxyHost=HOST&proxyPort=1080 in the connection string (Node, Java, C# and Go). An HTTP proxy does not serve.`,
      says`Or a private endpoint or VPN, so that the servers are inside.`,
      says`If direct connections are allowed here, it is the other side: is this network's public address on the server's access list?`,
    ],
    confirm: says`curl --noproxy '*' -v telnet://${hosts[0] ?? 'HOST'}:27017 beside the same with a host on port 443: if neither connects, nothing leaves directly.`,
  }),
})

/** Whether NO_PROXY leaves a host out, by the rules that programs agree on: names and their subdomains, addresses, `*`. */
function exempt({ proxyVariables }: HostSighting, host: string): boolean {
  const entries = proxyVariables
    .filter(({ name }) => /^no_proxy$/i.test(name))
    .flatMap(({ value }) => value.split(/[\s,]+/))
    .map((entry) =>
      entry
        .toLowerCase()
        .replace(/^\*?\./, '')
        .replace(/:\d+$/, ''),
    )
  return entries.some(
    (entry) => entry === '*' || (entry !== '' && (host === entry || host.endsWith(`.${entry}`))),
  )
}
