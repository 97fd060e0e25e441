import { absent, cite, defineCause, endpointParts, says, unknown } from '@mongowhy/core'
import type { Arm, Cause, Endpoint, Evidence, Inference } from '@mongowhy/core'

import { citeArm, nameFindings, serverNameExperiment } from '../kit/experiments/server-name.ts'
import { isAtlasHost, overHandshakes, refusalBeforeCertificate, sawNoCertificate } from '../kit/tls.ts'
import type { HandshakeLook } from '../kit/tls.ts'

interface Facts {
  readonly endpoint: Endpoint
  readonly servername: string
  readonly atlas: boolean
  readonly alert: number | null
  /** What the certificate names that it shows when it is told no name; empty: it was not seen. */
  readonly serves: readonly string[]
  readonly proven: boolean
  /** The name ends with a dot, and that is what the server minds. */
  readonly dot: boolean
}

/** unrecognized_name: sent by servers that have nothing under the name they were given (RFC 6066). */
const unrecognizedName = 112

/** decode_error: what Go's servers make of a name that ends with a dot. */
const decodeError = 50

const shownNames = 5

export const cause: Cause = defineCause<Facts>({
  code: 'tls-sni-unknown',
  title: 'The server does not serve the name that it is told',
  scope: 'endpoint',
  refines: ['tls-refused-before-certificate', 'tls-no-common-cipher', 'tls-peer-fault'],
  experiments: [serverNameExperiment],
  infer: (evidence, at) => overHandshakes(evidence, at, (look) => judge(evidence, look)),
  advise: ({ endpoint, servername, atlas, alert, serves, proven, dot }) => ({
    title: dot
      ? says`${endpoint} refuses the name ${servername}, which ends with a dot`
      : says`${endpoint} does not serve the name ${servername}`,
    explanation: dot
      ? says`In the resolver the dot at the end of ${servername} says that the name is complete. TLS names servers without it (RFC 6066): servers written in Go refuse such a hello as malformed, others overlook it. Told another name or none, the same address showed its certificate.`
      : proven
        ? says`Told the name ${servername} (SNI), the server refuses before it shows a certificate; told no name, it shows one${serves.length === 0 ? '' : `, for ${serves.join(', ')}`}. So TLS works there, and this name is none of those that it serves.`
        : says`The server refused our TLS hello with alert ${alert ?? unrecognizedName}, which says just that: it has nothing under the name ${servername} that it was told (SNI). A balancer or proxy with several names on one address answers so.`,
    steps: [
      ...(dot
        ? [says`Write ${servername.replace(/\.$/, '')} in the connection string, without the dot.`]
        : []),
      atlas
        ? says`Copy the connection string anew from Atlas (Connect, Drivers). A cluster that was deleted, paused, renamed or moved to another tier has left its old name.`
        : says`Compare ${servername} with the names that the server or balancer is set up for${serves.length === 0 ? '' : ` (its certificate has ${serves.join(', ')})`}, and use one of those in the connection string.`,
      says`If an alias or a private DNS name leads there: the server must be told its own name. Use that name, or add the alias to the balancer's list and to the certificate.`,
      says`If a tunnel or --resolve leads there: check that it ends at the right server.`,
    ],
    operator: [
      says`Balancer, proxy or ingress before ${endpoint}: the list of server names (SNI) that it serves, with ${servername} in it, and its default.`,
      says`The certificates for these names.`,
    ],
    ...(proven
      ? {}
      : {
          confirm: says`Compare "openssl s_client -connect ${endpoint} -servername ${servername}" with -noservername, and with a name that you know to work there: a certificate for another name alone proves it.`,
        }),
  }),
})

function judge(evidence: Evidence, look: HandshakeLook): Inference<Facts> {
  const { saw } = look
  const endpoint = look.ask.endpoint ?? ''
  if (!sawNoCertificate(saw)) return absent(cite(look, says`${endpoint} showed a certificate`))
  if (saw.servername === null) return absent(cite(look, says`no name was told`))
  const { servername } = saw
  const alert = refusalBeforeCertificate(saw)
  const found = nameFindings(evidence, look.ask.endpoint)
  const facts = {
    endpoint,
    servername,
    atlas: isAtlasHost(endpointParts(endpoint).host),
    alert: alert?.number ?? null,
    dot: false,
  }
  const passing = found?.passesWithOther ?? null
  if (found !== null && passing !== null && alert !== undefined && servername.endsWith('.')) {
    return {
      is: 'present',
      // Other alerts may be a filter's, which goes by the name whatever its last character is.
      certainty: alert.number === decodeError ? 'certain' : 'likely',
      bearing: 'fault',
      facts: { ...facts, serves: [], proven: true, dot: true },
      because: [
        cite(look, says`told the name ${servername}, ${endpoint} showed no certificate`),
        ...citeArm(found.trials.control),
        ...citeArm(passing),
      ],
    }
  }
  // A server that lets a name pass which nobody has does not judge by a list of its names.
  if (found?.passesWithOther !== null && found?.passesWithOther !== undefined)
    return absent(...citeArm(found.passesWithOther))
  if (found?.passesWithout !== null && found?.passesWithout !== undefined) {
    return {
      is: 'present',
      certainty: 'certain',
      bearing: 'fault',
      facts: { ...facts, serves: namesOf(found.passesWithout), proven: true },
      because: [
        cite(look, says`told the name ${servername}, ${endpoint} showed no certificate`),
        ...citeArm(found.trials.control),
        ...citeArm(found.passesWithout),
      ],
    }
  }
  if (alert?.number !== unrecognizedName) return unknown()
  return {
    is: 'present',
    certainty: 'likely',
    bearing: 'fault',
    facts: { ...facts, serves: [], proven: false },
    because: [
      cite(
        look,
        says`told the name ${servername}, ${endpoint} answered with alert ${alert.number} (${alert.name}) before a certificate`,
      ),
      ...(found === null ? [] : citeArm(found.trials.control)),
    ],
  }
}

function namesOf(arm: Arm): readonly string[] {
  for (const look of arm.looks) {
    if (look.ask.probe !== 'tls.handshake' || look.status !== 'seen') continue
    const leaf = (look as HandshakeLook).saw.chain[0]
    if (leaf !== undefined) return leaf.altNames.slice(0, shownNames)
  }
  return []
}
