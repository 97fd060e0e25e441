import { absent, cite, defineCause, endpointParts, firstSeen, says, seenBy, unknown } from '@mongowhy/core'
import type { Cause, Endpoint, Phrase } from '@mongowhy/core'

import { effective, seedList } from '../kit/deployment.ts'
import { isAtlasHost } from '../kit/tls.ts'

interface Facts {
  readonly host: string
  readonly srv: boolean
  readonly lacksSet: boolean
  readonly lacksSource: boolean
}

export const cause: Cause = defineCause<Facts>({
  code: 'tls-off-for-atlas',
  title: 'TLS is off for a host of Atlas',
  scope: 'target',
  refines: ['tls-client-is-plain'],
  explains: ['wire-hello-silent'],
  infer: (evidence) => {
    const uri = firstSeen(evidence, 'uri.parse')
    const options = effective(evidence)
    if (uri === undefined || options === undefined) return unknown()
    const named = [...uri.saw.hosts.map(({ host }) => host), ...seedList(evidence).map(hostOf)]
    const host = named.find(isAtlasHost)
    if (host === undefined) return absent(cite(uri, says`no host is one of Atlas's`))
    if (options.tls) return absent(cite(uri, says`the connection string asks for TLS`))
    const answered = seenBy(evidence, 'wire.hello').find(
      ({ saw }) => saw.transport === 'plain' && (saw.outcome.is === 'reply' || saw.outcome.is === 'error'),
    )
    // Something of the user's own stands under that name (a tunnel, a test): it does without TLS.
    if (answered !== undefined) return absent(cite(answered, says`it answers without TLS`))
    const srv = uri.saw.scheme === 'mongodb+srv'
    return {
      is: 'present',
      certainty: 'certain',
      bearing: 'fault',
      facts: {
        host,
        srv,
        lacksSet: !srv && options.replicaSet === null && !options.loadBalanced,
        lacksSource:
          !srv && uri.saw.credentials.username === 'given' && options.effectiveAuthSource !== 'admin',
      },
      because: [
        cite(
          uri,
          srv
            ? says`the connection string switches TLS off, and ${host} is a host of Atlas`
            : says`the connection string does not ask for TLS, and ${host} is a host of Atlas`,
        ),
      ],
    }
  },
  advise: ({ host, srv, lacksSet, lacksSource }) => ({
    title: srv
      ? says`TLS is switched off for ${host}, and Atlas takes no connection without it`
      : says`The connection string to ${host} does not ask for TLS, and Atlas takes no connection without it`,
    explanation: srv
      ? says`mongodb+srv:// switches TLS on by itself; tls=false or ssl=false takes that back. Atlas closes such connections without a word.`
      : says`A mongodb+srv:// string switches TLS on and reads further options from DNS. One that begins with mongodb:// does neither, so a string that was converted by hand has to state them. Atlas closes a connection without TLS without a word.`,
    steps: srv
      ? [says`Remove tls=false (or ssl=false) from the connection string.`]
      : [
          says`Add tls=true to the connection string.`,
          ...missing(lacksSet, lacksSource),
          says`Simpler, where the driver and the network's DNS allow it: copy the mongodb+srv:// string from Atlas (Connect, Drivers).`,
        ],
  }),
})

function missing(set: boolean, source: boolean): readonly Phrase[] {
  return [
    ...(set
      ? [
          says`Add replicaSet=NAME as well: the name stands in Atlas's string for older drivers, and in the TXT record of the cluster's name.`,
        ]
      : []),
    ...(source
      ? [says`Add authSource=admin as well, unless the user logs in by certificate or AWS IAM.`]
      : []),
  ]
}

function hostOf(endpoint: Endpoint): string {
  return endpointParts(endpoint).host
}
