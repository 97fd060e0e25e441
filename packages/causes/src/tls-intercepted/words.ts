import { says, together } from '@mongowhy/core'
import type { Advice, Endpoint, Phrase } from '@mongowhy/core'

export interface Facts {
  readonly endpoint: Endpoint
  readonly host: string
  readonly authority: string
  readonly product: string | null
  readonly atlas: boolean
  /** It makes a certificate for whatever name it is given. */
  readonly minted: boolean
  readonly trusted: boolean
  readonly sure: boolean
}

export function advise(facts: Facts): Advice {
  const { endpoint, authority, product, atlas, minted, trusted, sure } = facts
  const who = product === null ? says`something` : says`${product}`
  return {
    title: together(
      says`Between here and ${endpoint}`,
      who,
      says`opens TLS and signs it anew (${authority})`,
    ),
    explanation: together(
      says`The certificate that arrives is not the server's own.`,
      ...(product === null ? [] : [says`Its authority has the name that ${product} uses.`]),
      ...(minted ? [says`It is made on the spot: for a name that no server has, one came as well.`] : []),
      ...(atlas ? [says`Atlas has certificates of public authorities alone.`] : []),
      trusted
        ? says`This client trusts that authority, so the connection stands; whoever runs it can read what goes over it, and a program with another list of authorities will refuse it.`
        : says`This client does not trust that authority, and rightly: whoever runs it can read everything, credentials included.`,
    ),
    steps: steps(facts),
    ...(sure ? {} : { confirm: confirmation(endpoint) }),
  }
}

function steps({ host, product, trusted }: Facts): readonly Phrase[] {
  return [
    product === null
      ? says`Ask whoever runs the network (security, VPN, virus scanner on this machine) to exempt ${host} and port 27017 from TLS inspection. MongoDB is no web traffic, and inspection often cuts it even where it is trusted.`
      : says`Ask whoever runs ${product} to exempt ${host} and port 27017 from TLS inspection, or exempt it in ${product}'s own settings where it runs on this machine.`,
    ...(trusted
      ? []
      : [
          says`If it is meant to be there: get the authority's certificate from the same people, over a way that you trust, and name it with tlsCAFile or NODE_EXTRA_CA_CERTS.`,
          says`If nobody knows it: do not connect over this network.`,
        ]),
    says`To see the difference, try from another network (a telephone's, say).`,
  ]
}

function confirmation(endpoint: Endpoint): Phrase {
  return says`From another network: "openssl s_client -connect ${endpoint} -showcerts" shows another issuer there.`
}
