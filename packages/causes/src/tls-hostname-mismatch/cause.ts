import {
  cite,
  defineCause,
  endpointParts,
  hostKind,
  isLoopback,
  listed,
  says,
  together,
} from '@mongowhy/core'
import type { Cause, Endpoint, Evidence, Inference, Phrase } from '@mongowhy/core'

import { effective } from '../kit/deployment.ts'
import { bearingOf, defectsOf, overChains } from '../kit/chain.ts'
import type { JudgedChain } from '../kit/chain.ts'

interface Facts {
  readonly endpoint: Endpoint
  readonly wanted: string
  readonly names: readonly string[]
  readonly total: number
}

// More names than fit a line help nobody; the evidence has them all.
const shown = 8

export const cause: Cause = defineCause<Facts>({
  code: 'tls-hostname-mismatch',
  title: 'The server’s certificate is for another name',
  scope: 'endpoint',
  infer: (evidence, at) => overChains(evidence, at, (judged) => judge(evidence, judged)),
  advise: ({ endpoint, wanted, names, total }) => ({
    title: says`The certificate of ${endpoint} is not valid for the name ${wanted}`,
    explanation:
      names.length === 0
        ? says`The connection string names ${wanted}; the certificate that the server shows carries no name at all that could be compared.`
        : together(
            says`The connection string names ${wanted}; the certificate that the server shows is for`,
            listed(names),
            ...(total > names.length ? [says`and ${total - names.length} more.`] : [says`only.`]),
          ),
    steps: stepsFor(wanted, names),
    operator: [
      says`subjectAltName of the certificate of ${endpoint}: ${wanted} among its DNS names (addresses as IP entries), and likewise for each member.`,
      says`The names that the deployment hands out: \`rs.conf().members\`, the SRV record, and whether a balancer or alias stands under ${wanted}.`,
    ],
  }),
})

function judge(evidence: Evidence, { look, verification }: JudgedChain): Inference<Facts> | null {
  const defect = defectsOf(verification, 'name-mismatch')[0]
  if (defect === undefined) return null
  const endpoint = look.ask.endpoint ?? ''
  const { wanted, names } = defect
  return {
    is: 'present',
    certainty: 'certain',
    bearing: effective(evidence)?.tlsAllowInvalidHostnames === true ? 'advisory' : bearingOf(evidence, look),
    facts: { endpoint, wanted, names: names.slice(0, shown), total: names.length },
    because: [
      cite(
        look,
        together(
          says`${endpoint} sent the certificate ${defect.subject}, whose names are`,
          names.length === 0 ? says`none` : listed(names.slice(0, shown)),
        ),
      ),
    ],
  }
}

function stepsFor(wanted: string, names: readonly string[]): readonly Phrase[] {
  const usable = names.find((name) => !name.includes('*'))
  const reissue = says`Otherwise have the certificate issued anew with ${wanted} among its subject alternative names; in a replica set, with the name that the set's configuration has for this member.`
  if (hostKind(wanted) !== 'name') {
    return [
      usable === undefined
        ? says`Use the server's host name, not its address ${wanted}, in the connection string.`
        : says`Use a name of the certificate (${usable}) in the connection string instead of the address ${wanted}, and let it resolve to this server.`,
      says`Otherwise have the certificate issued anew with the address ${wanted} among its subject alternative names, as an IP entry.`,
    ]
  }
  if (isLoopback(endpointParts(`${wanted}:0`).host)) {
    return [
      says`If this is a tunnel to a server elsewhere: let the server's own name resolve to 127.0.0.1 (a line in /etc/hosts) and use that name in the connection string.`,
      reissue,
    ]
  }
  return [
    usable === undefined
      ? says`Use a name that the certificate covers in the connection string.`
      : says`If ${usable} is the same server, use that name in the connection string.`,
    reissue,
    says`If neither name is known to you, check that the name resolves to the right server: what answers may be someone else's.`,
  ]
}
