import { says } from '@mongowhy/core'
import type { Phrase } from '@mongowhy/core'

/**
 * What it answered: our hello or a line of text, within TLS or without, a TLS hello, or PostgreSQL's request for TLS; or nothing, with TLS and
 * without, or once the TLS handshake was complete.
 */
export type Answered =
  | 'within-tls'
  | 'plain'
  | 'line'
  | 'line-within-tls'
  | 'tls-hello'
  | 'ssl-request'
  | 'nothing'
  | 'nothing-within-tls'

export function furtherSteps(what: Answered): readonly Phrase[] {
  switch (what) {
    case 'nothing':
      return [
        says`On a balancer, see whether the port expects the PROXY protocol (accept-proxy in HAProxy, "proxy protocol" of a cloud's balancer): no MongoDB driver speaks it.`,
      ]
    case 'nothing-within-tls':
      return [
        says`If TLS ends before the server (stunnel, HAProxy, an ingress, a cloud's balancer): does what stands behind run, and is the address to it right? Its own log says what became of the connection at the time of this run.`,
      ]
    case 'within-tls':
    case 'plain':
    case 'line':
    case 'line-within-tls':
    case 'tls-hello':
    case 'ssl-request':
      return []
  }
}

export function explanation(answered: Answered, excerpt: string): Phrase {
  switch (answered) {
    case 'within-tls':
      return says`The TLS handshake succeeded, and what answered our first message within it was not MongoDB but began with "${excerpt}".`
    case 'plain':
      return says`What came back to our first message was not MongoDB's protocol but began with "${excerpt}".`
    case 'ssl-request':
      return says`It ended the connection at our first message, and answered PostgreSQL's request for TLS with the one letter that PostgreSQL answers.`
    case 'nothing':
      return says`As long as nothing is said it keeps the connection, so it reads what it gets and does not want it: neither MongoDB's hello nor a TLS one. So another service stands there, or a balancer that waits for the PROXY protocol's line first, or a MongoDB that ends what it does not admit.`
    case 'nothing-within-tls':
      return says`Something there speaks TLS, and no client certificate was asked for; the first message within it got no answer but the end of the connection. So TLS is ended by a balancer or tunnel that has no server behind it, or another service stands there, or a MongoDB that ends what it does not admit.`
    case 'tls-hello':
      return says`It left our first message unanswered, and what it answered to a TLS one was not TLS but began with "${excerpt}".`
    case 'line-within-tls':
      return says`The TLS handshake succeeded. Within it our first message was left unanswered, as by services that wait for a line of text; to such a line the answer began with "${excerpt}".`
    case 'line':
      return says`It left our first message unanswered, as services do that wait for a line of text; to such a line the answer began with "${excerpt}".`
  }
}
