import { absent, defineCause, says, together, unknown } from '@mongowhy/core'
import type { Cause, Certainty, Evidence, Inference, Phrase } from '@mongowhy/core'

import {
  asked,
  citeAnswer,
  pathLooks,
  question,
  saysSomething,
  srvHostOf,
  srvLook,
  systemResolvers,
  txtLook,
  whom,
} from '../kit/dns.ts'
import type { DnsLook } from '../kit/dns.ts'

type How = 'refuses' | 'closed' | 'unreachable' | 'silent'

interface Facts {
  readonly how: How
  readonly name: string
  readonly type: string
  readonly server: string
  readonly resolver: Phrase
  readonly errno: string | null
}

export const cause: Cause = defineCause<Facts>({
  code: 'dns-resolver-refuses',
  title: 'The resolver refuses, or cannot be reached',
  scope: 'target',
  infer(evidence) {
    const looks = pathLooks(evidence)
    if (looks.length === 0) return unknown()
    const told = looks.map(judge).find((each) => each !== null)
    if (told !== undefined) return told
    const working = looks.filter(({ saw }) => saysSomething(saw))
    if (working.length > 0) return absent(...working.slice(0, 2).map(citeAnswer))
    const srv = srvLook(evidence)
    if (srv?.saw.outcome === 'timeout') return silent(evidence, srv)
    const temporary = looks.find(({ saw }) => saw.outcome === 'temporary' || saw.outcome === 'timeout')
    return temporary === undefined ? unknown() : behindTheSystem(evidence, temporary)
  },
  advise: ({ how, name, type, server, resolver, errno }) => ({
    title: title(how, server),
    explanation: together(resolver, explanation(how, name, type, errno)),
    steps: [
      how === 'refuses'
        ? says`This resolver does not serve the network you are in: use the one that your network hands out, or a public one. Check with dig ${type} ${name} @${server}.`
        : says`Check what listens there: dig ${type} ${name} @${server}. On Linux: resolvectl status, cat /etc/resolv.conf.`,
      says`Try another resolver: mongowhy --dns ADDRESS:53. If it answers, set it for this machine (or in the container: docker run --dns ADDRESS).`,
      how === 'silent'
        ? says`A firewall may drop DNS to anything but the resolver of the network: allow UDP and TCP port 53 to ${server}, or use the network's own.`
        : says`A VPN that was just switched on or off leaves resolvers behind that are no longer reachable: reconnect it, or restart the network service.`,
    ],
    ...(how === 'silent'
      ? {
          confirm: says`Ask it by TCP as well: dig +tcp ${type} ${name} @${server}. An answer: UDP port 53 is filtered.`,
        }
      : {}),
  }),
})

function judge(look: DnsLook): Inference<Facts> | null {
  switch (look.saw.outcome) {
    case 'refused':
      return present(look, 'refuses', 'certain')
    case 'unreachable':
      return look.saw.errno === 'ECONNREFUSED'
        ? present(look, 'closed', 'certain')
        : present(look, 'unreachable', 'certain')
    case 'answer':
    case 'nodata':
    case 'nxdomain':
    case 'servfail':
    case 'rcode':
    case 'timeout':
    case 'malformed':
    case 'truncated':
    case 'temporary':
    case 'failed':
      return null
  }
}

/** Silence is the resolver's own only where it is silent to every question; otherwise one type of question is dropped. */
function silent(evidence: Evidence, srv: DnsLook): Inference<Facts> {
  const host = srvHostOf(evidence)
  const { resolver } = srv.ask.vary
  const txt = txtLook(evidence)
  const address = asked(evidence, { name: host ?? '', type: 'A', resolver })
  if (address === 'unasked') return unknown(question({ name: host ?? '', type: 'A', resolver }))
  const others = [txt, address].filter((each) => typeof each === 'object')
  const heard = others.filter(({ saw }) => saysSomething(saw))
  if (heard.length > 0) return absent(...heard.map(citeAnswer))
  const mute = others.filter(({ saw }) => saw.outcome === 'timeout')
  return mute.length === 0 ? unknown() : present(srv, 'silent', 'likely', mute)
}

/** getaddrinfo says only that it found nothing out; the resolver that it asks is asked in a packet of our own. */
function behindTheSystem(evidence: Evidence, look: DnsLook): Inference<Facts> {
  const { name, type } = look.saw
  const questions = systemResolvers(evidence)
    .slice(0, 1)
    .map((server) => ({ name, type, resolver: { server } }) as const)
  const missing = questions.filter((vary) => asked(evidence, vary) === 'unasked')
  if (missing.length > 0) return unknown(...missing.map(question))
  const [told] = questions.map((vary) => asked(evidence, vary))
  if (typeof told === 'object') {
    const verdict = judge(told)
    if (verdict !== null) return verdict
    if (told.saw.outcome === 'timeout') return present(told, 'silent', 'likely', [look])
    return unknown()
  }
  // A resolver that the user named and that kept silent on an address is told without a second question.
  return look.saw.server !== null && look.saw.outcome === 'timeout'
    ? present(look, 'silent', 'likely')
    : unknown()
}

function present(
  look: DnsLook,
  how: How,
  certainty: Certainty,
  also: readonly DnsLook[] = [],
): Inference<Facts> {
  const { name, type, server } = look.saw
  const errno = look.saw.outcome === 'unreachable' ? look.saw.errno : null
  return {
    is: 'present',
    certainty,
    bearing: 'fault',
    facts: { how, name, type, server: server ?? 'this machine', resolver: whom(look), errno },
    because: [citeAnswer(look), ...also.map(citeAnswer)],
  }
}

function title(how: How, server: string): Phrase {
  switch (how) {
    case 'refuses':
      return says`The resolver ${server} refuses to answer`
    case 'closed':
      return says`No resolver listens at ${server}`
    case 'unreachable':
      return says`The resolver ${server} cannot be reached`
    case 'silent':
      return says`The resolver ${server} does not answer`
  }
}

function explanation(how: How, name: string, type: string, errno: string | null): Phrase {
  switch (how) {
    case 'refuses':
      return says`answered the question for ${name} (${type}) with REFUSED: it is up, and its rules do not let us ask. Whether the name exists was not told.`
    case 'closed':
      return says`could not be asked for ${name} (${type}): its port is closed, the machine there said so at once. Nothing could be looked up, so nothing is known of MongoDB itself.`
    case 'unreachable':
      return says`could not be asked for ${name} (${type}): this machine has no way to it (${errno ?? 'no route'}). Nothing could be looked up, so nothing is known of MongoDB itself.`
    case 'silent':
      return says`answered none of our questions about ${name}, whatever their type. Either it is down, or port 53 is blocked on the way to it.`
  }
}
