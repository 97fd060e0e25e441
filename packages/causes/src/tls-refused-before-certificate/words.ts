import { listed, says, together } from '@mongowhy/core'
import type { Advice, Endpoint, Phrase } from '@mongowhy/core'
import { atlasAccess } from '../kit/operator.ts'

export interface Facts {
  readonly endpoint: Endpoint
  readonly host: string
  readonly atlas: boolean
  readonly servername: string | null
  readonly how:
    | { readonly is: 'alert'; readonly number: number; readonly name: string }
    | { readonly is: 'closed' | 'reset'; readonly after: 'client-hello' | 'server-hello' }
  readonly bytesRead: number
  /** Other endpoints that refused in the same way. */
  readonly alike: readonly Endpoint[]
  /** Other endpoints that showed a certificate. */
  readonly passed: readonly Endpoint[]
  readonly widestRefusedToo: boolean
  /** Neither another name, nor none, nor another TLS version made a difference. */
  readonly indifferent: boolean
  /** The same hello got a certificate at another time. */
  readonly byTurns: boolean
  /** After how many round trips the refusal came; null where that was not measured. */
  readonly roundTrips: number | null
}

export function advise(facts: Facts): Advice {
  return {
    title: title(facts),
    explanation: together(seen(facts), useless, ...tried(facts), meaning(facts), ...across(facts)),
    steps: facts.atlas ? atlasSteps(facts) : otherSteps(facts),
    operator: facts.atlas ? atlasAccess : otherPlaces(facts),
    confirm: facts.atlas
      ? says`Add this machine's public address to the project's IP access list, wait until Atlas shows it as active, and run mongowhy again, or run it from a network that is on the list. A certificate this time: the access list it was. The same refusal: it was not; open a case with MongoDB and attach this report.`
      : says`Run mongowhy from another network at the same time, and read the log of ${facts.host} (or of what stands before it) for the moment of this run. A certificate there: the address decides. The same refusal: the server or its balancer does.`,
  }
}

function title({ endpoint, how }: Facts): Phrase {
  switch (how.is) {
    case 'alert':
      return says`${endpoint} refuses the TLS connection (alert ${how.number}) before it shows a certificate`
    case 'closed':
      return says`${endpoint} closes the TLS connection before it shows a certificate`
    case 'reset':
      return says`${endpoint} resets the TLS connection before it shows a certificate`
  }
}

function seen({ how }: Facts): Phrase {
  switch (how.is) {
    case 'alert':
      return says`The server read our first TLS message and answered with alert ${how.number} (${how.name}). Its certificate was never seen, so nothing is known to be wrong with it.`
    case 'closed':
    case 'reset':
      return says`The connection ended in the first step of TLS, without an alert. The server's certificate was never seen, so nothing is known to be wrong with it.`
  }
}

const useless: Phrase = says`No client setting for certificates can change this: a strict and a relaxed client send the same first message, byte for byte. If relaxed settings seemed to help once, something else changed between the tries, such as the address you connected from.`

/** What the experiments leave out of the question. */
function tried({ indifferent, roundTrips }: Facts): readonly Phrase[] {
  const name = says`The same answer came whatever name and TLS version the message held, so it goes neither by the name nor by the version.`
  const near = says`It came ${roundTrips ?? 0} round trips after our message, hardly later than any answer can.`
  return [...(indifferent ? [name] : []), ...(roundTrips !== null && roundTrips < 1.8 ? [near] : [])]
}

/** What remains, the usual first. */
function meaning({ how, atlas, host, servername, widestRefusedToo, byTurns }: Facts): Phrase {
  if (byTurns && how.is !== 'alert') {
    return says`The same hello got a certificate at another time, which no rule for names or addresses explains. What remains: one of several servers behind the address that fails, a limit on connections, or a server that restarts; --repeat 20 counts how often it happens.`
  }
  if (how.is === 'alert') {
    switch (how.number) {
      case 112:
        return says`This alert says that the server does not know the name ${servername ?? '(none sent)'}: a misspelt or outdated host name, a cluster that was deleted, or a tunnel or balancer that is reached under another name than its own.`
      case 40:
      case 71:
        return widestRefusedToo
          ? says`This alert usually says that client and server have no cipher in common, but a hello with every cipher we have was refused alike. A policy of the server for addresses or names remains.`
          : says`This alert usually says that client and server have no cipher in common; servers also send it to addresses or names that they do not serve.`
      case 70:
        return says`This alert says that the server does not accept the TLS versions offered.`
      case 10:
      case 20:
      case 22:
      case 47:
      case 50:
        return says`This alert says that our message arrived malformed: a device on the way that alters TLS, a port that speaks another kind of TLS, or a fault of the server.`
      case 86:
      case 109:
      case 116:
      case 120:
        return says`This alert says that the server demands something of the hello that MongoDB drivers do not send: most likely it is not a MongoDB port, or the balancer before it is set up for another protocol.`
    }
  }
  return atlas
    ? says`What remains, the most usual first: the address you connect from is not on the Atlas project's IP access list; the cluster is paused or was deleted; a VPN or proxy changes your address or the server name on the way; a fault of the server.`
    : says`What remains: a rule of the server or of the balancer before it for the address you connect from${servername === null ? '' : ` or for the name ${servername} you asked for`}; a balancer without a healthy server behind it; a limit on connections; a device on the way that stops TLS to ${host}; a fault of the server.`
}

function across({ alike, passed }: Facts): readonly Phrase[] {
  if (passed.length > 0) {
    return [
      says`From this machine`,
      listed(passed),
      says`did show a certificate, which speaks against a rule that holds for your address on every member, and for a fault of this one.`,
    ]
  }
  return alike.length > 0
    ? [says`Other members that we reached refuse in the same way: ${alike.length}.`]
    : []
}

function atlasSteps({ passed }: Facts): readonly Phrase[] {
  const access = says`In Atlas, under Security, Network Access (IP Access List): is the public address of this machine listed, active and not expired? Behind a VPN, NAT or a cloud function that is the address of the exit, not the one of the network card. Add it if it is not there.`
  const cluster = says`In Atlas, under Clusters: is the cluster running? A paused or deleted one refuses like this.`
  const way = says`Switch VPN and proxies off, or try from another network.`
  const peer = says`One member refuses while another lets you in: note the time and the member's name, and open a case with MongoDB.`
  return passed.length > 0 ? [peer, cluster, access, way] : [access, cluster, way]
}

function otherSteps({ host, servername }: Facts): readonly Phrase[] {
  return [
    says`Ask whoever runs ${host} whether its firewall, balancer or access rules admit the address you connect from.`,
    servername === null
      ? says`The connection string names an address, so our message held no server name. A balancer that serves several names at one address may need it: use the name of the deployment, as it stands in its certificate.`
      : says`Check that ${servername} is the name that the server serves TLS for; through a tunnel or an alias it may be another.`,
    says`Look into the log of the server or balancer at the time of this run: the reason stands only there.`,
  ]
}

function otherPlaces({ host, endpoint, servername }: Facts): readonly Phrase[] {
  return [
    says`Firewall, balancer or access list before ${host}: whether it admits the public address of this client.`,
    says`What ends TLS for ${endpoint}: the server names that it serves${servername === null ? '' : ` (asked for was ${servername})`}, and the health of what stands behind it.`,
    says`\`net.maxIncomingConnections\` and the connections at that time, and the log of mongod: the reason of a refusal stands only there.`,
  ]
}
