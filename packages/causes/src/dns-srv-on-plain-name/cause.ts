import { absent, defineCause, says, sentence, unknown } from '@mongowhy/core'
import type { Cause, Phrase } from '@mongowhy/core'

import {
  addressesIn,
  asked,
  citeAnswer,
  makesAddressesUp,
  question,
  resolverOf,
  saysMissing,
  srvHostOf,
  srvLook,
  txtLook,
  whom,
} from '../kit/dns.ts'

interface Facts {
  readonly host: string
  readonly name: string
  readonly address: string
  readonly resolver: Phrase
}

export const cause: Cause = defineCause<Facts>({
  code: 'dns-srv-on-plain-name',
  title: 'mongodb+srv:// is used with the name of a single server',
  scope: 'target',
  refines: ['dns-srv-name-missing'],
  infer(evidence) {
    const host = srvHostOf(evidence)
    const look = srvLook(evidence)
    if (host === null || look === undefined) return unknown()
    if (look.saw.outcome === 'answer') return absent(citeAnswer(look))
    if (!saysMissing(look.saw)) return unknown()
    const resolver = resolverOf(look)
    const questions = (['A', 'AAAA'] as const).map((type) => ({ name: host, type, resolver }))
    const missing = questions.filter((vary) => asked(evidence, vary) === 'unasked')
    if (missing.length > 0) return unknown(...missing.map(question))
    const looks = questions.map((vary) => asked(evidence, vary))
    const found = looks.find((each) => typeof each === 'object' && each.saw.outcome === 'answer')
    const [address] = addressesIn(looks)
    if (typeof found !== 'object' || address === undefined) {
      const denied = looks.filter((each) => typeof each === 'object' && saysMissing(each.saw))
      return denied.length === 2
        ? absent(...denied.flatMap((each) => (typeof each === 'object' ? [citeAnswer(each)] : [])))
        : unknown()
    }
    const txt = txtLook(evidence)
    if (txt?.saw.outcome === 'nxdomain') {
      const above = { name: host.slice(host.indexOf('.') + 1), type: 'A', resolver } as const
      const parent = asked(evidence, above)
      if (parent === 'unasked') return unknown(question(above))
      if (makesAddressesUp(txt, parent)) return absent(citeAnswer(txt))
    }
    return {
      is: 'present',
      certainty: 'certain',
      bearing: 'fault',
      facts: { host, name: look.saw.name, address, resolver: whom(look) },
      because: [citeAnswer(look), citeAnswer(found)],
    }
  },
  advise({ host, name, address, resolver }) {
    const cluster = /^(.+)-shard-\d+-\d+(\..+)$/.exec(host)
    return {
      title: says`mongodb+srv:// is used with ${host}, which is one server and no seed list`,
      explanation: sentence(
        resolver,
        says`has an address for ${host} (${address}), but no SRV record under ${name}. With mongodb+srv:// drivers look for that record only, and never try the address.`,
      ),
      steps: [
        cluster === null
          ? says`To reach this server, write mongodb://${host}:27017/ instead of mongodb+srv://${host}/, and add tls=true if it serves TLS: only +srv switches TLS on by itself.`
          : says`This is one member of an Atlas cluster. Use the name of the cluster: mongodb+srv://${`${cluster[1] ?? ''}${cluster[2] ?? ''}`}/, as Atlas shows it under Connect.`,
        says`To keep mongodb+srv://, have a record added for each member: ${name} SRV 0 0 27017 with a member's name in the same domain.`,
      ],
    }
  },
})
