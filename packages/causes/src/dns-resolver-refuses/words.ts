import { says, sentence } from '@mongowhy/core'
import type { Advice, Phrase } from '@mongowhy/core'

/** `edns`: silent to questions with EDNS alone. */
export type How = 'refuses' | 'closed' | 'unreachable' | 'silent' | 'edns'

export interface Facts {
  readonly how: How
  readonly name: string
  readonly type: string
  readonly server: string
  readonly resolver: Phrase
  readonly errno: string | null
}

export function advise({ how, name, type, server, resolver, errno }: Facts): Advice {
  return {
    title: title(how, server),
    explanation: sentence(resolver, explanation(how, name, type, errno)),
    steps:
      how === 'edns'
        ? ednsSteps(server)
        : [
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
  }
}

function ednsSteps(server: string): readonly Phrase[] {
  return [
    says`Let DNS packets with EDNS (RFC 6891) through to ${server}, by UDP and up to 1232 bytes at least: old firewalls, NAT devices and forwarders drop them. Update the device, or its DNS inspection.`,
    says`Until then use another resolver: mongowhy --dns ADDRESS:53 shows whether it answers.`,
  ]
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
    case 'edns':
      return says`The resolver ${server}, or a box before it, drops questions with EDNS`
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
    case 'edns':
      return says`answered the question for ${name} (${type}) once it was asked in the form of old. With EDNS, which nearly every client adds since, it kept silent.`
    case 'silent':
      return says`answered none of our questions about ${name}, whatever their type. Either it is down, or port 53 is blocked on the way to it.`
  }
}
