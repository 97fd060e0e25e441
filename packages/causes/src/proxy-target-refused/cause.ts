import { absent, cite, defineCause, says, seenBy, unknown } from '@mongowhy/core'
import type { Cause, Certainty, Endpoint, Phrase, ProxySighting } from '@mongowhy/core'

import { bearingAt } from '../kit/reach.ts'

interface Facts {
  readonly proxy: string
  readonly endpoint: Endpoint
  /** RFC 1928's reply; null: it hung up or kept silent instead of replying. */
  readonly reply: number | null
  readonly silent: boolean
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
    if (outcome.is === 'connected') return absent(cite(look, says`the proxy ${proxy} connected us to ${at}`))
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

function meaning({ reply, silent }: Facts): string {
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
