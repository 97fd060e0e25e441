import { absent, cite, defineCause, listed, says, sentence, together, unknown } from '@mongowhy/core'
import type { Cause, Certainty, Evidence, Inference, Phrase } from '@mongowhy/core'

import {
  addressesIn,
  asked,
  citeAnswer,
  opinions,
  question,
  resolverOf,
  saysMissing,
  srvHostOf,
  srvLook,
  systemResolvers,
  makesAddressesUp,
  txtLook,
  whom,
} from '../kit/dns.ts'
import type { DnsLook } from '../kit/dns.ts'

interface Facts {
  readonly host: string
  readonly name: string
  readonly says: 'nxdomain' | 'nodata'
  readonly resolver: Phrase
  /** The domain above the host, and whether it exists; null: nobody could tell. */
  readonly parent: { readonly name: string; readonly exists: boolean | null }
  readonly atlas: boolean
  /** Resolvers that do know the record. */
  readonly knownTo: readonly string[]
}

export const cause: Cause = defineCause<Facts>({
  code: 'dns-srv-name-missing',
  title: 'The SRV record does not exist',
  scope: 'target',
  infer(evidence) {
    const host = srvHostOf(evidence)
    const look = srvLook(evidence)
    if (host === null || look === undefined) return unknown()
    const { saw } = look
    if (saw.outcome === 'answer') return absent(citeAnswer(look))
    if (saw.outcome !== 'nxdomain' && saw.outcome !== 'nodata') return unknown()
    return judge(evidence, host, look, saw.outcome)
  },
  advise: ({ host, name, says: outcome, resolver, parent, atlas, knownTo }) => ({
    title: says`The cluster ${host} has no SRV record: the name is wrong, or the cluster is gone`,
    explanation: sentence(
      resolver,
      outcome === 'nxdomain'
        ? says`says that ${name} does not exist (NXDOMAIN), and has no address for ${host} either.`
        : says`knows of no SRV record under ${name} (NODATA), and has no address for ${host} either.`,
      parentWords(parent),
      knownTo.length > 0
        ? together(
            says`The record does exist for`,
            listed(knownTo),
            says`: the resolvers disagree, and the first one decides what this machine sees.`,
          )
        : says``,
    ),
    steps: [
      atlas
        ? says`Compare ${host} letter by letter with the string that Atlas shows under Connect, Drivers: the part before the first dot is the cluster, the next one belongs to the project.`
        : says`Compare ${host} letter by letter with the name that whoever runs the cluster gave you.`,
      atlas
        ? says`If it is right, look in Atlas whether the cluster was deleted, renamed or paused, or is in another project; after resuming, the name takes a few minutes to return.`
        : says`If it is right, ask whoever runs the zone whether the record was removed or lives in a private zone that only another network sees.`,
      says`Where the deployment has no SRV record, use mongodb:// with its hosts and ports.`,
    ],
    operator: atlas
      ? [
          says`Clusters: that a cluster of this name exists in the project, is not paused, and that Connect still shows ${host}.`,
          says`Project, Activity Feed: a deletion, pause or rename around that time.`,
        ]
      : [
          says`The zone of ${host}: the SRV record ${name} at the authoritative servers, and in the private zone if it is meant for one.`,
        ],
    confirm: says`Ask another resolver: dig SRV ${name}. The same NXDOMAIN: the name is wrong or gone. An answer: your resolver is behind or filters.`,
  }),
})

function judge(
  evidence: Evidence,
  host: string,
  look: DnsLook,
  outcome: 'nxdomain' | 'nodata',
): Inference<Facts> {
  const resolver = resolverOf(look)
  const [, ...above] = host.split('.')
  const parentName = above.join('.')
  const addressQuestions = (['A', 'AAAA'] as const).map((type) => ({ name: host, type, resolver }))
  const parentQuestion = { name: parentName, type: 'A', resolver } as const
  const second = systemResolvers(evidence)
    .filter((server) => server !== look.saw.server)
    .slice(0, 1)
    .map((server) => ({ name: look.saw.name, type: 'SRV', resolver: { server } }) as const)
  const wanted = [...addressQuestions, ...(above.length > 1 ? [parentQuestion] : []), ...second]
  const missing = wanted.filter((vary) => asked(evidence, vary) === 'unasked')
  if (missing.length > 0) return unknown(...missing.map(question))

  const addresses = addressQuestions.map((vary) => asked(evidence, vary))
  const denied = makesAddressesUp(txtLook(evidence), asked(evidence, parentQuestion))
  const found = addresses.find((each) => typeof each === 'object' && each.saw.outcome === 'answer')
  if (typeof found === 'object' && !denied) return absent(citeAnswer(found))
  const others = opinions(evidence, look.saw.name, 'SRV').filter((each) => each.id !== look.id)
  const agreeing = others.filter(({ saw }) => saysMissing(saw))
  const knowing = others.filter(({ saw }) => saw.outcome === 'answer')
  const parent = asked(evidence, parentQuestion)
  return {
    is: 'present',
    certainty: certaintyOf(evidence, agreeing, knowing),
    bearing: 'fault',
    facts: {
      host,
      name: look.saw.name,
      says: outcome,
      resolver: whom(look),
      parent: {
        name: parentName,
        exists: typeof parent === 'object' ? parent.saw.outcome !== 'nxdomain' : null,
      },
      atlas: /\.mongodb(?:gov)?\.net$/i.test(host),
      knownTo: knowing.flatMap(({ saw }) => saw.server ?? []),
    },
    because: [
      citeAnswer(look),
      ...agreeing.map(citeAnswer),
      ...knowing.map(citeAnswer),
      ...addresses.flatMap((each) =>
        typeof each === 'object' && addressesIn([each]).length === 0 ? [citeAnswer(each)] : [],
      ),
      ...(typeof parent === 'object' && parent.saw.outcome === 'nxdomain'
        ? [cite(parent, says`the domain ${parentName} does not exist either`)]
        : []),
    ],
  }
}

/** A resolver that the user named is the one that counts; the system's own may be stale or filter, so a second one is heard. */
function certaintyOf(
  evidence: Evidence,
  agreeing: readonly DnsLook[],
  knowing: readonly DnsLook[],
): Certainty {
  if (knowing.length > 0) return 'possible'
  return evidence.options.resolvers.length > 0 || agreeing.length > 0 ? 'certain' : 'likely'
}

function parentWords({ name, exists }: Facts['parent']): Phrase {
  switch (exists) {
    case true:
      return says`The domain ${name} above it does exist, so look at the first part of the name.`
    case false:
      return says`Nor does the domain ${name} above it exist, so look at that part of the name first.`
    case null:
      return says``
  }
}
