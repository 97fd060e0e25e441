import {
  absent,
  cite,
  defineCause,
  firstSeen,
  hostKind,
  listed,
  says,
  sentence,
  together,
  unknown,
} from '@mongowhy/core'
import type { Cause, Citation, Endpoint, Evidence, Inference, Phrase } from '@mongowhy/core'

import { answersFor, apartFrom } from '../kit/answers.ts'
import type { Answers } from '../kit/answers.ts'
import { citeAnswer, question, whom } from '../kit/dns.ts'
import { bearingAt, citeTcp, reachOf } from '../kit/reach.ts'
import { isAtlasHost } from '../kit/tls.ts'

interface Facts {
  readonly name: string
  readonly addresses: readonly string[]
  readonly resolver: Phrase
  /** `hosts`: the hosts file says otherwise than DNS. `blocked`: an address that stands for "nowhere". */
  readonly how: 'hosts' | 'blocked'
  readonly dns: readonly string[]
}

export const cause: Cause = defineCause<Facts>({
  code: 'dns-overridden',
  title: 'Something on this side replaces the server’s address',
  scope: 'target',
  explains: [
    'tcp-refused',
    'tcp-filtered',
    'tcp-no-route',
    'tcp-container-loopback',
    'tcp-rejected',
    'tcp-bind-ip',
    'tls-hostname-mismatch',
    'tls-not-mongodb',
  ],
  infer(evidence) {
    const all = answersFor(evidence, { failing: false })
    const [blocked] = all.filter(isBlocked)
    if (blocked !== undefined) return nowhere(evidence, blocked)
    const listedNames = namesInHostsFile(evidence)
    // A look-up of the application's own reads no hosts file, as far as we know.
    const written = all.filter(
      ({ name, used }) => listedNames.has(name) && used.every(({ saw }) => saw.transport !== 'lookup'),
    )
    const unasked = written.flatMap((answers) => answers.unasked)
    if (unasked.length > 0) return unknown(...unasked.map(question))
    const [first] = written.filter(({ others, addresses }) =>
      others.some((other) => apartFrom(addresses, other.addresses)),
    )
    if (first !== undefined) return byHostsFile(evidence, first)
    const plain = all.flatMap(({ used }) => used.filter(({ saw }) => saw.outcome === 'answer'))
    return plain.length === 0 ? unknown() : absent(...plain.slice(0, 2).map(citeAnswer))
  },
  advise: ({ name, addresses, resolver, how, dns }) => ({
    title:
      how === 'hosts'
        ? together(
            says`The hosts file of this machine sends ${name} to`,
            listed(addresses.slice(0, 4)),
            says`, and DNS does not`,
          )
        : together(says`${name} is blocked by the resolver: it answers`, listed(addresses.slice(0, 4))),
    explanation:
      how === 'hosts'
        ? together(
            says`A line of the hosts file comes before DNS, which gives`,
            listed(dns.slice(0, 4)),
            says`for the name. Such lines are written for a test, a tunnel or an outage, and stay.`,
          )
        : sentence(
            resolver,
            says`gave an address that no server of that name can have. Resolvers that block (Pi-hole, AdGuard, filters of companies and providers, parental control) answer so for names on their lists.`,
          ),
    steps:
      how === 'hosts'
        ? [
            says`Look at the line: grep -n ${name} /etc/hosts (Windows: C:\\Windows\\System32\\drivers\\etc\\hosts). Take it out if nobody knows what it is for.`,
            says`In a container it comes from outside: extra_hosts in Compose, --add-host, hostAliases in Kubernetes.`,
            says`If it belongs to a tunnel, start the tunnel.`,
          ]
        : [
            says`Allow ${name} in the filter, or use another resolver: mongowhy --dns ADDRESS:53 shows whether it answers otherwise.`,
            says`If the zone is yours, look whether somebody parked the record at that address.`,
          ],
  }),
})

const nowhereAddresses: readonly string[] = ['0.0.0.0', '::']
/** As block lists and hosts files write it. */
const thisMachine: readonly string[] = ['127.0.0.1', '::1']

/** Every address stands for nowhere, or means this machine where the name is a provider's. */
function isBlocked({ name, addresses }: Answers): boolean {
  if (addresses.length === 0) return false
  return addresses.every(
    (address) => nowhereAddresses.includes(address) || (isAtlasHost(name) && thisMachine.includes(address)),
  )
}

function nowhere(evidence: Evidence, answers: Answers): Inference<Facts> {
  const [look, ...more] = answers.used.filter(({ saw }) => saw.outcome === 'answer')
  if (look === undefined) return unknown()
  const lines = linesOf(evidence, answers.name)
  return {
    is: 'present',
    certainty: 'certain',
    bearing: bearingOf(evidence, answers.endpoint),
    concerns: [answers.endpoint],
    facts: {
      name: answers.name,
      addresses: answers.addresses,
      resolver: whom(look),
      how: lines.length > 0 ? 'hosts' : 'blocked',
      dns: answers.others.flatMap(({ addresses }) => addresses),
    },
    because: [citeAnswer(look), ...more.map(citeAnswer), ...lines],
  }
}

function byHostsFile(evidence: Evidence, answers: Answers): Inference<Facts> {
  const [look] = answers.used.filter(({ saw }) => saw.outcome === 'answer')
  if (look === undefined) return unknown()
  const others = answers.others.filter(({ addresses }) => apartFrom(answers.addresses, addresses))
  return {
    is: 'present',
    // That the two differ is seen; that the line is what is wrong only follows where its address fails.
    certainty: 'likely',
    bearing: bearingOf(evidence, answers.endpoint),
    concerns: [answers.endpoint],
    facts: {
      name: answers.name,
      addresses: answers.addresses,
      resolver: whom(look),
      how: 'hosts',
      dns: others.flatMap(({ addresses }) => addresses),
    },
    because: [
      citeAnswer(look),
      ...linesOf(evidence, answers.name),
      ...others.map((other) => citeAnswer(other.look)),
      ...reachOf(evidence, answers.endpoint).looks.slice(0, 2).map(citeTcp),
    ],
  }
}

/** A line that leads to a server that answers was written to do so. */
function bearingOf(evidence: Evidence, at: Endpoint): 'fault' | 'advisory' {
  return reachOf(evidence, at).open.length > 0 ? 'advisory' : bearingAt(evidence, at)
}

function namesInHostsFile(evidence: Evidence): ReadonlySet<string> {
  const machine = firstSeen(evidence, 'env.host')
  const names = machine?.saw.hostsFile.filter(({ name }) => hostKind(name) === 'name') ?? []
  return new Set(names.map(({ name }) => name.toLowerCase()))
}

function linesOf(evidence: Evidence, name: string): readonly Citation[] {
  const machine = firstSeen(evidence, 'env.host')
  const lines = machine?.saw.hostsFile.filter((line) => line.name.toLowerCase() === name) ?? []
  return machine === undefined
    ? []
    : lines
        .slice(0, 2)
        .map((line) => cite(machine, says`the hosts file says ${line.address} for ${line.name}`))
}
