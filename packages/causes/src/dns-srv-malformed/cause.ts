import { absent, defineCause, listed, says, sentence, together, unknown } from '@mongowhy/core'
import type { Cause, Evidence, Phrase } from '@mongowhy/core'

import { asked, citeAnswer, opinions, pathLooks, question, systemResolvers, whom } from '../kit/dns.ts'
import type { DnsLook } from '../kit/dns.ts'

interface Facts {
  readonly name: string
  readonly type: string
  readonly server: string
  readonly resolver: Phrase
  readonly detail: string
  /** Who answered the same question so that it could be read. */
  readonly answeredBy: readonly string[]
  readonly byTcp: boolean
}

export const cause: Cause = defineCause<Facts>({
  code: 'dns-srv-malformed',
  title: 'The resolver’s answer cannot be read',
  scope: 'target',
  infer(evidence) {
    const looks = pathLooks(evidence)
    const damaged = looks.find(({ saw }) => saw.outcome === 'malformed')
    if (damaged === undefined) {
      const read = looks.filter(({ saw }) => saw.outcome === 'answer')
      return read.length === 0 ? unknown() : absent(...read.slice(0, 2).map(citeAnswer))
    }
    const missing = comparisons(evidence, damaged).filter((vary) => asked(evidence, vary) === 'unasked')
    if (missing.length > 0) return unknown(...missing.map(question))
    const { name, type } = damaged.saw
    const others = opinions(evidence, name, type).filter(
      ({ id, saw }) => id !== damaged.id && saw.outcome === 'answer',
    )
    return {
      is: 'present',
      certainty: 'certain',
      bearing: 'fault',
      facts: {
        name,
        type,
        server: damaged.saw.server ?? 'this machine',
        resolver: whom(damaged),
        detail: damaged.saw.outcome === 'malformed' ? damaged.saw.detail : '',
        answeredBy: others.flatMap(({ saw }) =>
          saw.server === damaged.saw.server ? [] : (saw.server ?? []),
        ),
        byTcp: others.some(({ saw }) => saw.transport === 'tcp' && saw.server === damaged.saw.server),
      },
      because: [citeAnswer(damaged), ...others.map(citeAnswer)],
    }
  },
  advise: ({ name, type, server, resolver, detail, answeredBy, byTcp }) => ({
    title: says`The resolver ${server} answers the ${type} question with something that cannot be read`,
    explanation: sentence(
      resolver,
      says`did answer for ${name}, but not with a sound DNS message: ${detail}. Small routers, VPN clients and filters that pass DNS on sometimes damage SRV records, or shorten names where the standard forbids it; drivers then report EBADRESP, "cannot unmarshal DNS message" or a time-out.`,
      byTcp ? says`By TCP the same resolver answers well.` : says``,
      answeredBy.length > 0 ? together(listed(answeredBy), says`answered the same question well.`) : says``,
    ),
    steps: [
      says`Use another resolver: mongowhy --dns ADDRESS:53 shows whether it answers. Set it for this machine, or in the container (docker run --dns ADDRESS).`,
      says`If ${server} is a router or a local forwarder, update or restart it; a forwarder that is known to be sound (unbound, dnsmasq, systemd-resolved) can take its place.`,
      says`Or do without SRV: mongodb:// with every host. Atlas shows that form under Connect, Drivers, for an older driver version.`,
    ],
  }),
})

/** The same question by TCP, and to the next of the system's own resolvers. */
function comparisons(evidence: Evidence, { saw }: DnsLook): readonly Parameters<typeof question>[0][] {
  const { name, type, server } = saw
  return [
    ...(server === null ? [] : [{ name, type, resolver: { server }, transport: 'tcp' } as const]),
    ...systemResolvers(evidence)
      .filter((each) => each !== server)
      .slice(0, 1)
      .map((each) => ({ name, type, resolver: { server: each } }) as const),
  ]
}
