import { listed, says, together } from '@mongowhy/core'
import type { Advice, Endpoint, Phrase } from '@mongowhy/core'

export type Facts = { readonly endpoint: Endpoint; readonly how: string } & (
  | { readonly is: 'by-turns'; readonly passed: string }
  | { readonly is: 'one-version'; readonly version: '1.2' | '1.3' }
  | { readonly is: 'one-member'; readonly siblings: readonly Endpoint[] }
  | { readonly is: 'midway' | 'senseless' | 'cut' }
)

export function advise(facts: Facts): Advice {
  const { endpoint } = facts
  const ticket = says`Open a case with whoever runs the server, with the time, the member's name and what stands under "because" here; a packet capture of one handshake settles it.`
  switch (facts.is) {
    case 'by-turns':
      return {
        title: says`${endpoint} refuses some TLS handshakes and takes others, the same hello each time`,
        explanation: says`The same hello was let through ${facts.passed} times and refused otherwise. A list of addresses, a name or a version would decide alike each time. Behind one address there are several servers of which one is faulty, or the server runs out of something (memory, connections, a slow key store).`,
        steps: [
          says`If a balancer stands in front: try each server behind it by itself.`,
          says`On the server: load, open connections, memory, and its log at the times of the refusals.`,
          ticket,
        ],
      }
    case 'one-version':
      return {
        title: says`${endpoint} takes TLS ${facts.version} alone and refuses a hello that offers both 1.2 and 1.3`,
        explanation: says`Offered TLS ${facts.version} alone, the server shows its certificate; offered what drivers offer, it refuses. A sound server picks the version that it likes. So its TLS, or that of a device in front, does not cope with the offer, or lacks what TLS ${facts.version === '1.2' ? '1.3' : '1.2'} needs (a key that is too short to sign there, say). Access lists and names are out of the question: they were the same.`,
        steps: [
          says`Update the server, the balancer or the device in front.`,
          facts.version === '1.2'
            ? says`Until then, hold this client to TLS 1.2: NODE_OPTIONS=--tls-max-v1.2 for Node.js, -Djdk.tls.client.protocols=TLSv1.2 for Java.`
            : says`Until then, hold this client to TLS 1.3: NODE_OPTIONS=--tls-min-v1.3 for Node.js.`,
          ticket,
        ],
        ...(facts.how.startsWith('alert')
          ? {}
          : {
              confirm: says`"openssl s_client -connect ${endpoint} -tls1_2" against "-tls1_3", and the same from another network: a difference only here means a device on the way.`,
            }),
      }
    case 'one-member':
      return {
        title: says`${endpoint} alone refuses TLS, with an internal error; its fellow members take the same hello`,
        explanation: together(
          says`An access list holds for all members of a deployment, and`,
          listed(facts.siblings),
          says`let us through. So this member has a fault of its own, or was set up otherwise.`,
        ),
        steps: [
          says`Look at this member: its certificate file, its log, whether it is being replaced or started just now.`,
          ticket,
        ],
        confirm: says`From another machine the same member refuses as well, and the others do not.`,
      }
    case 'cut':
      return {
        title: says`${endpoint} begins the TLS handshake and ends the connection in the middle of it, without a word`,
        explanation: says`The server answered our hello in TLS, and then the connection ended: ${facts.how}. So no address list and no wrong port: those end it before. Either the server's TLS fails at this point (a key that does not fit the certificate, a curve that it does not have, a crash), or a device on the way reads the server's answer and cuts.`,
        steps: [
          says`On the server: its log at this moment, and the certificate, key and chain that it is given.`,
          says`Try from another network: if the handshake goes on there, a device on the way cuts it.`,
          ticket,
        ],
        confirm: says`Capture on both ends at once (tcpdump): an end that arrives here and was never sent there comes from a device between.`,
      }
    case 'midway':
      return {
        title: says`${endpoint} gives up in the middle of the TLS handshake, with an internal error`,
        explanation: says`The server began the handshake, and then reported a fault of its own: ${facts.how}. Refusals by address or name come before that. Usual reasons: a certificate and a key that do not belong together, a key store that does not answer, memory.`,
        steps: [
          says`On the server: its log at this moment, and the certificate, key and chain that it is given.`,
          ticket,
        ],
        confirm: says`The server's own log at this moment names the reason.`,
      }
    case 'senseless':
      return {
        title: says`The TLS of this client and of ${endpoint} do not understand one another`,
        explanation: together(
          says`One side got a message that it could not make sense of:`,
          says`${facts.how}.`,
          says`Two sound TLS libraries do not do that to each other. One of them has a defect, or a device between changes the bytes.`,
        ),
        steps: [...compare(endpoint), ticket],
        confirm: says`The same handshake past every device on the way (from the server's own machine, say): if it succeeds, a device changes the bytes.`,
      }
  }
}

function compare(endpoint: Endpoint): readonly Phrase[] {
  return [
    says`Compare with another TLS library: "openssl s_client -connect ${endpoint}", and with -tls1_2.`,
    says`Update what is oldest of the three: this runtime, the server, the balancer or proxy between.`,
  ]
}
