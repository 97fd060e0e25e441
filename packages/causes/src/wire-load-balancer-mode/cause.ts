import { absent, cite, defineCause, says, seenBy, unknown } from '@mongowhy/core'
import type { Cause, Endpoint, MemberRole } from '@mongowhy/core'

import { answered, effective } from '../kit/deployment.ts'

type Facts =
  | { readonly endpoint: Endpoint; readonly asked: true; readonly role: MemberRole }
  | { readonly endpoint: Endpoint; readonly asked: false }

// LoadBalancerSupportMismatch: the server was reached through its load balancer port by a client that does not say so.
const mismatch = 354

export const cause: Cause = defineCause<Facts>({
  code: 'wire-load-balancer-mode',
  title: 'Client and server differ about load balancer mode',
  scope: 'endpoint',
  infer: (evidence, at) => {
    const asked = effective(evidence)?.loadBalanced
    if (asked === undefined) return unknown()
    const endpoint = at ?? ''
    const reply = answered(evidence, at)
    if (!asked) {
      const refused = seenBy(evidence, 'wire.hello', at ?? undefined).find(
        ({ saw }) => saw.outcome.is === 'error' && saw.outcome.code === mismatch,
      )
      if (refused === undefined) {
        return reply === undefined
          ? unknown()
          : absent(cite(reply.look, says`${endpoint} answered a hello without loadBalanced`))
      }
      return {
        is: 'present',
        certainty: 'certain',
        bearing: 'fault',
        facts: { endpoint, asked: false },
        because: [
          cite(refused, says`${endpoint} refused a hello without loadBalanced, with code ${mismatch}`),
        ],
      }
    }
    if (reply === undefined) return unknown()
    if (reply.hello.serviceId) {
      return absent(cite(reply.look, says`its hello carries a serviceId, as behind a load balancer`))
    }
    return {
      is: 'present',
      certainty: 'certain',
      bearing: 'fault',
      facts: { endpoint, asked: true, role: reply.hello.role },
      because: [cite(reply.look, says`told loadBalanced: true, ${endpoint} answered without a serviceId`)],
    }
  },
  advise: (facts) =>
    facts.asked
      ? {
          title: says`${facts.endpoint} is not set up for load balancers, and loadBalanced=true asks for that`,
          explanation: says`With loadBalanced=true a driver expects every answer to name the server behind the balancer (serviceId) and refuses one that does not. What answered is ${described(facts.role)} that was reached in the usual way.`,
          steps: [
            says`Unless the provider's string says loadBalanced=true: remove it from the connection string (or from the TXT record of the mongodb+srv:// host).`,
            ...(facts.role === 'mongos'
              ? [
                  says`If a balancer does stand in front of these routers: start each mongos with loadBalancerPort, and let the balancer pass the PROXY protocol to that port.`,
                ]
              : [
                  says`Only routers (mongos) and Atlas's own proxies have this mode; members of a replica set and standalone servers do not.`,
                ]),
          ],
        }
      : {
          title: says`${facts.endpoint} stands behind a load balancer and wants loadBalanced=true`,
          explanation: says`The server says that it is reached through its load balancer port, and that it talks there only to clients that know of it.`,
          steps: [
            says`Add loadBalanced=true to the connection string, and remove replicaSet and directConnection, which do not go with it.`,
            says`If the string is right: it leads to the balancer's port; for a client without this mode use the routers' own port.`,
          ],
        },
})

function described(role: MemberRole): string {
  switch (role) {
    case 'mongos':
      return 'a router (mongos)'
    case 'standalone':
      return 'a standalone server'
    case 'ghost':
      return 'a server whose set was not initiated'
    case 'load-balanced':
      return 'a server behind a balancer'
    case 'primary':
    case 'secondary':
    case 'arbiter':
    case 'recovering':
      return 'a member of a replica set'
  }
}
