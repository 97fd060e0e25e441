import { absent, cite, defineCause, endpointParts, says, seenBy, unknown } from '@mongowhy/core'
import type { Cause, Endpoint, Evidence, HelloSighting, Inference, SeenLook } from '@mongowhy/core'

import { ask } from '../kit/evidence.ts'
import {
  citeTlsOption,
  hellos,
  isAtlasHost,
  notYetAsked,
  otherTls,
  refusal,
  spokeTls,
  surest,
  wantsTls,
} from '../kit/tls.ts'

interface Facts {
  readonly endpoint: Endpoint
  readonly atlas: boolean
  readonly spoke: 'mongodb' | 'tls' | 'alert'
}

export const cause: Cause = defineCause<Facts>({
  code: 'tls-client-is-plain',
  title: 'The server requires TLS, the client does not speak it',
  scope: 'endpoint',
  explains: ['wire-hello-silent', 'tls-not-mongodb'],
  infer(evidence, at) {
    const wanted = wantsTls(evidence)
    if (at === null || wanted === undefined) return unknown()
    if (wanted) return absent(...citeTlsOption(evidence))
    return surest(hellos(evidence, at, 'plain').map((look) => judge(evidence, look)))
  },
  remedy: () => ({ change: 'tls', tls: true }),
  advise: ({ endpoint, atlas, spoke }) => ({
    title: says`${endpoint} requires TLS, and the connection string does not ask for it`,
    explanation:
      spoke === 'mongodb'
        ? says`Without TLS the server ends the connection or keeps silent; with TLS the same address answers MongoDB's protocol.`
        : says`Without TLS the server ends the connection or keeps silent; to a TLS hello the same address answers in TLS.`,
    steps: [
      atlas
        ? says`Add tls=true to the connection string, or copy the string anew from Atlas (Connect, Drivers): a string rewritten from mongodb+srv:// to mongodb:// also needs replicaSet and authSource=admin.`
        : says`Add tls=true to the connection string.`,
      says`If the server's certificate comes from your own authority, add tlsCAFile=/path/to/ca.pem as well.`,
    ],
    ...(spoke === 'mongodb'
      ? {}
      : {
          confirm: says`Run mongowhy again with tls=true in the connection string: it shows what the server makes of TLS, and whether MongoDB is behind it.`,
        }),
  }),
})

function judge(evidence: Evidence, look: SeenLook<'wire.hello'>): Inference<Facts> {
  const { saw } = look
  const at = look.ask.endpoint
  const endpoint = at ?? ''
  if (!endedUnanswered(saw)) {
    return saw.outcome.is === 'reply' || saw.outcome.is === 'error'
      ? absent(cite(look, says`${endpoint} answered without TLS`))
      : unknown()
  }
  const { address } = saw
  const handshake = seenBy(evidence, 'tls.handshake', at).find((each) => each.saw.address === address)
  // Where TLS is known to fail as well, a hello over it would only wait once more.
  const overTls = ask('wire.hello', at, { address, transport: 'tls' })
  const open = notYetAsked(
    evidence,
    ask('tls.handshake', at, { address }),
    ...(handshake === undefined || handshake.saw.outcome.is === 'secure' ? [overTls] : []),
  )
  const inner = hellos(evidence, at, 'tls', address)[0]
  if (open.length > 0) return unknown(...open)
  if (inner?.saw.outcome.is === 'not-mongodb') {
    return absent(cite(inner, says`${endpoint} speaks TLS, and no MongoDB within it`))
  }
  const facts = { endpoint, atlas: isAtlasHost(endpointParts(endpoint).host) }
  const unanswered = cite(look, says`${endpoint} did not answer a hello without TLS`)
  if (inner?.saw.outcome.is === 'reply' || inner?.saw.outcome.is === 'error') {
    return {
      is: 'present',
      certainty: 'certain',
      bearing: 'fault',
      facts: { ...facts, spoke: 'mongodb' },
      because: [unanswered, cite(inner, says`over TLS it answered`)],
    }
  }
  const other = at === null ? undefined : otherTls(evidence, at, address)
  if (other !== undefined && handshake?.saw.outcome.is !== 'secure') {
    return {
      is: 'present',
      // As below: what had TLS under it had a completed handshake.
      certainty: other.ask.probe === 'wire.hello' ? 'certain' : 'likely',
      bearing: 'fault',
      facts: { ...facts, spoke: 'tls' },
      because: [unanswered, cite(other, says`to another TLS hello it answered in TLS`)],
    }
  }
  if (handshake === undefined) return unknown()
  if (spokeTls(handshake.saw)) {
    return {
      is: 'present',
      // A completed handshake needs a server that wants TLS here; what MongoDB says within it was not heard.
      certainty: handshake.saw.outcome.is === 'secure' ? 'certain' : 'likely',
      bearing: 'fault',
      facts: { ...facts, spoke: 'tls' },
      because: [unanswered, cite(handshake, says`to a TLS hello it answered in TLS`)],
    }
  }
  const alert = refusal(handshake.saw)
  if (alert !== undefined) {
    return {
      is: 'present',
      certainty: 'likely',
      bearing: 'fault',
      facts: { ...facts, spoke: 'alert' },
      because: [
        unanswered,
        cite(handshake, says`to a TLS hello it answered with TLS alert ${alert.number} (${alert.name})`),
      ],
    }
  }
  return absent(cite(handshake, says`${endpoint} does not speak TLS either`))
}

/** As a server that wants TLS takes a plain message: it hangs up, waits for more, or answers with a TLS alert. */
function endedUnanswered({ outcome }: HelloSighting): boolean {
  switch (outcome.is) {
    case 'closed':
    case 'reset':
    case 'silent':
    case 'malformed':
      return true
    case 'not-mongodb':
      return outcome.protocol === 'tls'
    case 'reply':
    case 'error':
      return false
  }
}
