import {
  endpointParts,
  firstSeen,
  isLoopback,
  isPrivateAddress,
  looksOf,
  says,
  stageOrder,
  together,
} from '@mongowhy/core'
import type { NamedCause, Phrase, Report, Stage } from '@mongowhy/core'

import { paragraph, points } from '../blocks.ts'
import type { Section } from '../blocks.ts'
import { subjectOf } from '../support-case.ts'
import type { SupportCase } from '../support-case.ts'

/** What whoever runs the server should check, each by the name of the thing, and when to look at. */
export function operatorSection(given: SupportCase): Section | null {
  const report = subjectOf(given)
  const { primary } = report.verdict
  if (primary === null || primary.stage === 'uri' || primary.stage === 'env' || primary.stage === 'client')
    return null
  const own = primary.operator.length > 0 ? primary.operator : ofStage(primary, report)
  return {
    id: 'operator',
    title: 'For whoever runs the server',
    blocks: [paragraph(moment(given, primary)), ...points(own)],
  }
}

// No diagnosis takes longer; a file may say so all the same.
const dayMs = 86_400_000

/** Logs are looked up by time, and by the address that the server sees, which is not the one that this machine has. */
function moment(given: SupportCase, { endpoints, stage }: NamedCause): Phrase {
  const { evidence, timing } = subjectOf(given)
  const proxied = (firstSeen(evidence, 'uri.parse')?.saw.effective.proxy ?? null) !== null
  const from = new Date(evidence.takenAt)
  const to = new Date(from.getTime() + Math.min(timing.totalMs, dayMs))
  const where =
    stage === 'proxy' && proxied
      ? 'the proxy'
      : endpoints.length === 0
        ? 'the deployment'
        : endpoints.slice(0, 3).join(', ')
  return together(
    says`In the log of ${where}, between ${from.toISOString()} and ${to.toISOString()}:`,
    clientAs(evidence),
  )
}

/** Which address of this client the server saw, as far as those that were dialled tell. */
function clientAs(evidence: Report['evidence']): Phrase {
  const dialled = looksOf(evidence, 'tcp.connect').map(({ ask }) => ask.vary.address)
  if (dialled.length > 0 && dialled.every((address) => isLoopback(address)))
    return says`connections from this machine itself.`
  return dialled.length > 0 && dialled.every((address) => isPrivateAddress(address))
    ? says`connections from the address that this client has in that network (behind NAT that of the exit).`
    : says`connections from the public address of this client (behind NAT or a VPN that of the exit).`
}

function ofStage(cause: NamedCause, report: Report): readonly Phrase[] {
  const atlas = isAtlas(cause, report)
  const [seed] = firstSeen(report.evidence, 'uri.parse')?.saw.hosts ?? []
  const [endpoint] = cause.endpoints
  const port = (endpoint === undefined ? seed?.port : endpointParts(endpoint).port) ?? 27_017
  return (atlas ? onAtlas(cause.stage) : selfManaged(cause.stage, port, report)) ?? []
}

function isAtlas({ endpoints }: NamedCause, { evidence }: Report): boolean {
  const hosts = firstSeen(evidence, 'uri.parse')?.saw.hosts.map(({ host }) => host) ?? []
  return [...hosts, ...endpoints.map((each) => endpointParts(each).host)].some((host) =>
    host.toLowerCase().endsWith('.mongodb.net'),
  )
}

function onAtlas(stage: Stage): readonly Phrase[] | null {
  if (stageOrder(stage) <= stageOrder('dns')) {
    return [
      says`Clusters: that the cluster exists under this name, is not paused, and its connection string is still this one.`,
      says`Network Access, Private Endpoint and Peering: whether the name is one that resolves inside a private network only.`,
    ]
  }
  if (stage === 'tcp' || stage === 'tls') {
    return [
      says`Security, Network Access, IP Access List: the entries as they stood at that time, with their expiry dates.`,
      says`Project, Activity Feed: changes of the access list, of the cluster's tier and of its state around that time.`,
      says`Clusters: paused, resuming, or under maintenance at that time.`,
      says`Clusters, Metrics: connections, against the limit of the tier.`,
    ]
  }
  if (stage === 'auth' || stage === 'authz') {
    return [
      says`Security, Database Access: that the user exists in this project, its authentication method, its roles, and the clusters that it is restricted to.`,
      says`Project, Activity Feed: changes of the user around that time.`,
    ]
  }
  return [
    says`Clusters, Metrics: state of the members, elections and connections around that time.`,
    says`Project, Activity Feed and Alerts around that time.`,
  ]
}

function selfManaged(stage: Stage, port: number, { evidence }: Report): readonly Phrase[] | null {
  switch (stage) {
    case 'dns':
      return [
        says`The zone of the name: the SRV record \`_mongodb._tcp.NAME\`, one TXT record at most, and an address for every target, at the authoritative server and at the resolver in use.`,
      ]
    case 'proxy':
      return [
        says`The proxy: that it runs, where it listens, whom it lets in, and which destinations and ports it may go to.`,
        says`What it logs of this client at that time: the request, the address that it resolved, and why it ended.`,
        says`The way from the proxy to the server: a connection to port ${port} made on the proxy itself.`,
      ]
    case 'tcp':
      return [
        says`\`net.port\` and \`net.bindIp\` in mongod.conf, and \`ss -ltnp\` on the server: that something listens on port ${port}, and on an address that is reached from outside.`,
        says`Firewall, security group and network policy: rules for port ${port} from the address of this client.`,
        says`What stands before the server (balancer, proxy, port mapping of a container): its listener and its targets.`,
      ]
    case 'tls':
      return [
        says`\`net.tls.mode\`, \`net.tls.certificateKeyFile\`, \`net.tls.CAFile\` and \`net.tls.disabledProtocols\` in mongod.conf.`,
        says`The certificate file: leaf and every intermediate in it, dates, and the names in subjectAltName.`,
        says`What ends TLS before the server, if anything does: its certificate, its versions, the names that it serves.`,
      ]
    case 'wire':
      return [
        says`What listens on port ${port}, and its version (\`mongod --version\`).`,
        says`\`net.maxIncomingConnections\` and the connections in \`db.serverStatus().connections\`.`,
      ]
    case 'topology':
      return [
        says`\`rs.status()\`: state and health of every member, and who is primary.`,
        says`\`rs.conf().members\`: the hosts as clients must be able to reach them.`,
      ]
    case 'auth':
      return [
        says`The user: in which database it was created (\`db.getSiblingDB("${authSource(evidence)}").getUsers()\`), and with which mechanisms.`,
        says`The log at that time, component ACCESS: it tells a user that does not exist from a password that is wrong.`,
      ]
    case 'authz':
    case 'ops':
      return [
        says`The roles of the user, and what they allow on this database: \`db.getUser("NAME", {showPrivileges: true})\`.`,
        says`The log at that time, component ACCESS.`,
      ]
    default:
      return null
  }
}

function authSource(evidence: Report['evidence']): string {
  return firstSeen(evidence, 'uri.parse')?.saw.effective.effectiveAuthSource ?? 'admin'
}
