import { says } from '@mongowhy/core'
import type { Phrase } from '@mongowhy/core'

import { isAtlasHost } from './tls.ts'

/** Where connections do not get in: what whoever runs the deployment looks at, on Atlas by the names of its pages. */
export function admission(host: string, port: number | null): readonly Phrase[] {
  if (isAtlasHost(host))
    return [...atlasAccess, says`Clusters, Metrics: connections, against the limit of the tier.`]
  return [
    says`Firewall, security group and network policy before ${host}: a rule for TCP port ${port ?? 27017} from the public address of this client.`,
    says`\`net.bindIp\` and \`net.port\` in mongod.conf, and \`ss -ltnp\` on ${host}: that something listens there, at an address that is reached from outside.`,
    says`What stands before the server (balancer, tunnel, port mapping of a container): its listener, and the health of its targets.`,
  ]
}

/** What decides on Atlas whether an address gets in. */
export const atlasAccess: readonly Phrase[] = [
  says`Security, Network Access, IP Access List: the entries as they stood at that time, with their expiry dates.`,
  says`Project, Activity Feed: changes of the access list, of the cluster's tier and of its state around that time.`,
  says`Clusters: paused, resuming, or under maintenance at that time.`,
]

/** What decides on Atlas who may log in, and do what. */
export const atlasUsers: readonly Phrase[] = [
  says`Security, Database Access: that the user exists in this project, its authentication method, its roles, and the clusters that it is restricted to.`,
  says`Project, Activity Feed: changes of the user around that time.`,
]

/** The server's own word on a login that failed. */
export const accessLog: Phrase = says`The log of mongod at that time, component ACCESS: it tells an unknown user (UserNotFound) from a wrong password (AuthenticationFailed) and names the database.`
