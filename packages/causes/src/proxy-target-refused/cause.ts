import { absent, cite, defineCause, says, seenBy, unknown } from '@mongowhy/core'
import type {
  Cause,
  Certainty,
  Endpoint,
  Evidence,
  Inference,
  Phrase,
  ProxySighting,
  SeenLook,
} from '@mongowhy/core'

import { endedIt, unprompted } from '../kit/closing.ts'
import { handshakes } from '../kit/deployment.ts'
import { ask } from '../kit/evidence.ts'
import { bearingAt } from '../kit/reach.ts'
import { endedWithoutByte, notYetAsked } from '../kit/tls.ts'

interface Facts {
  readonly proxy: string
  readonly endpoint: Endpoint
  /** RFC 1928's reply; null: it hung up or kept silent instead of replying. */
  readonly reply: number | null
  readonly silent: boolean
  /** It said that we are connected, and hung up before a word was said. */
  readonly yes?: true
}

export const cause: Cause = defineCause<Facts>({
  code: 'proxy-target-refused',
  title: 'The proxy cannot or may not reach the server',
  scope: 'endpoint',
  infer(evidence, at) {
    if (at === null) return unknown()
    const [look] = seenBy(evidence, 'proxy.connect', at)
    if (look === undefined) return unknown()
    const { proxy, outcome } = look.saw
    if (outcome.is === 'connected') return hungUp(evidence, at, look)
    const told = tellingOf(outcome)
    if (told === null) return unknown()
    const facts: Facts = { proxy, endpoint: at, reply: told.reply, silent: outcome.is === 'silent' }
    return {
      is: 'present',
      certainty: told.certainty,
      bearing: bearingAt(evidence, at),
      facts,
      because: [cite(look, said(facts))],
    }
  },
  advise: (facts) => ({
    title: says`The proxy ${facts.proxy} does not get us to ${facts.endpoint}`,
    explanation: says`The proxy is there and let us in, but to our request to connect to ${facts.endpoint} it ${meaning(facts)} What happens beyond the proxy cannot be seen from here.`,
    steps: steps(facts),
    operator: [
      says`The proxy ${facts.proxy}: its rules for ${facts.endpoint}, its own way there, its resolver, and its log at that time.`,
      says`Firewall or IP access list of the server: whether it admits the proxy's address, which is the one that it sees.`,
    ],
    ...(facts.reply === null || facts.reply === 1
      ? {
          confirm: says`From the proxy's own machine: nc -vz ${facts.endpoint.replace(/:(\d+)$/, ' $1')}; and the proxy's log at the time of this run.`,
        }
      : {}),
  }),
})

/**
 * `ssh -D` and its like say yes before they try, and hang up where the try fails. Who hangs up although nothing was said has
 * not judged what we say.
 */
function hungUp(evidence: Evidence, at: Endpoint, look: SeenLook<'proxy.connect'>): Inference<Facts> {
  const { proxy } = look.saw
  const connected = absent(cite(look, says`the proxy ${proxy} connected us to ${at}`))
  const met = seenBy(evidence, 'wire.hello', at)
  const [hello] = met
  const mute =
    met.every(({ saw }) => saw.outcome.is === 'closed' || saw.outcome.is === 'reset') &&
    handshakes(evidence, at).every(({ saw }) => endedWithoutByte(saw))
  const address = hello?.saw.address ?? handshakes(evidence, at)[0]?.saw.address
  if (!mute || address === undefined) return connected
  const open = notYetAsked(evidence, ask('wire.banner', at, { address }))
  if (open.length > 0) return unknown(...open)
  const heard = unprompted(evidence, at, address)
  if (heard === undefined || heard === null) return unknown()
  if (!endedIt(heard.saw)) return connected
  const after = Math.round(heard.saw.afterMs)
  return {
    is: 'present',
    certainty: 'likely',
    bearing: bearingAt(evidence, at),
    facts: { proxy, endpoint: at, reply: null, silent: false, yes: true },
    because: [
      cite(look, says`the proxy ${proxy} said that it had connected us to ${at}`),
      cite(heard, says`the connection was ended from there after ${after} ms, before a word was said`),
    ],
  }
}

function tellingOf(
  outcome: ProxySighting['outcome'],
): { readonly reply: number | null; readonly certainty: Certainty } | null {
  switch (outcome.is) {
    case 'target-refused':
      return { reply: outcome.reply, certainty: 'certain' }
    case 'closed':
    case 'silent':
      return outcome.after === 'request' ? { reply: null, certainty: 'likely' } : null
    case 'connected':
    case 'unreachable':
    case 'not-socks':
    case 'no-acceptable-method':
    case 'credentials-rejected':
      return null
  }
}

function said({ proxy, endpoint, reply, silent }: Facts): Phrase {
  if (reply !== null) return says`the proxy ${proxy} answered the request for ${endpoint} with reply ${reply}`
  return silent
    ? says`the proxy ${proxy} took the request for ${endpoint} and kept silent`
    : says`the proxy ${proxy} closed the connection upon the request for ${endpoint}`
}

function meaning({ reply, silent, yes }: Facts): string {
  if (yes === true)
    return 'said yes and hung up before a word was said. Some proxies (ssh -D is one) say yes before they try, and hang up where the port is closed or nobody answers; a server that takes no more connections looks the same through any.'
  switch (reply) {
    case 2:
      return 'replied that its rules do not allow it (2).'
    case 3:
      return 'replied that the network is unreachable (3).'
    case 4:
      return 'replied that the host is unreachable (4): it has no way to it, or cannot resolve its name.'
    case 5:
      return 'replied that the connection was refused (5): the port is closed as seen from the proxy.'
    case 6:
      return 'replied that the time to live expired (6): a loop on the way, or a time-out.'
    case 7:
      return 'replied that it does not support the command (7).'
    case 8:
      return 'replied that it does not support the kind of address (8).'
    case null:
      return silent
        ? 'gave no reply in time: it may itself be waiting for a server that is silent.'
        : 'hung up without a reply.'
    default:
      return `replied with a failure of its own (${reply}).`
  }
}

function steps({ endpoint, reply }: Facts): readonly Phrase[] {
  const fromThere = says`From the proxy's own machine: nc -vz ${endpoint.replace(/:(\d+)$/, ' $1')}. What fails there fails for everyone behind it.`
  switch (reply) {
    case 2:
      return [
        says`Have the proxy's rules admit ${endpoint}, and every other member of the deployment, for your account.`,
      ]
    case 8:
      return [
        says`Use host names instead of IPv6 addresses, or the other way round, as the proxy supports.`,
        fromThere,
      ]
    default:
      return [
        fromThere,
        says`The proxy resolves the name, not this machine: does it know ${endpoint}?`,
        says`Does the server's firewall or IP access list admit the proxy's address? It sees that one, not yours.`,
      ]
  }
}
