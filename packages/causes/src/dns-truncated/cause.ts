import { absent, defineCause, says, sentence, unknown } from '@mongowhy/core'
import type { Cause, Evidence, Inference, Phrase } from '@mongowhy/core'

import { asked, citeAnswer, pathLooks, question, srvLook, txtLook, whom } from '../kit/dns.ts'
import type { DnsLook } from '../kit/dns.ts'

interface Facts {
  readonly name: string
  readonly type: string
  readonly server: string
  readonly resolver: Phrase
  readonly tcp: 'refused' | 'silent' | 'failed'
}

export const cause: Cause = defineCause<Facts>({
  code: 'dns-truncated',
  title: 'A long DNS answer is cut short, and cannot be fetched by TCP',
  scope: 'target',
  refines: ['dns-txt-failed', 'dns-srv-dropped'],
  infer(evidence) {
    const txt = txtLook(evidence)
    const looks = [...pathLooks(evidence), ...(txt === undefined ? [] : [txt])]
    const cut = looks.find(({ saw }) => saw.outcome === 'truncated')
    if (cut !== undefined && cut.saw.outcome === 'truncated')
      return present(cut, cut.saw.tcp, [citeAnswer(cut)])
    const srv = srvLook(evidence)
    if (srv !== undefined && srv.saw.outcome === 'timeout' && srv.saw.transport === 'c-ares') {
      return behindTheRuntime(evidence, srv)
    }
    const whole = looks.filter(({ saw }) => saw.outcome === 'answer')
    return whole.length === 0 ? unknown() : absent(...whole.slice(0, 2).map(citeAnswer))
  },
  advise: ({ name, type, server, resolver, tcp }) => ({
    title: says`The DNS answer for ${name} is too long for UDP, and TCP port 53 of ${server} ${toTcp(tcp)}`,
    explanation: sentence(
      resolver,
      says`answered the ${type} question with the mark that the answer was cut short (TC). It has to be fetched by TCP then, and the resolver ${toTcp(tcp)} there. Clusters with many members have answers that long.`,
    ),
    steps: [
      says`Allow TCP port 53 to ${server}, not UDP alone: DNS needs both. Look at the firewall of this machine, of the network, and at the rules of a container or pod.`,
      says`Try it by hand: dig +tcp ${type} ${name} @${server}.`,
      says`Until then use another resolver, or mongodb:// with every host, which needs no SRV record.`,
    ],
  }),
})

/** Node's own resolver says no more than that the time was up; two questions of our own tell where it was lost. */
function behindTheRuntime(evidence: Evidence, { saw }: DnsLook): Inference<Facts> {
  const { name, type, server } = saw
  if (server === null) return unknown()
  const byUdp = { name, type, resolver: { server }, transport: 'udp' } as const
  const byTcp = { ...byUdp, transport: 'tcp' } as const
  const missing = [byUdp, byTcp].filter((vary) => asked(evidence, vary) === 'unasked')
  if (missing.length > 0) return unknown(...missing.map(question))
  const [udp, tcp] = [asked(evidence, byUdp), asked(evidence, byTcp)]
  if (typeof udp !== 'object') return unknown()
  if (udp.saw.outcome !== 'truncated') return absent(citeAnswer(udp))
  if (typeof tcp !== 'object') return unknown()
  switch (tcp.saw.outcome) {
    case 'timeout':
      return present(udp, 'silent', [citeAnswer(udp), citeAnswer(tcp)])
    case 'unreachable':
      return present(udp, tcp.saw.errno === 'ECONNREFUSED' ? 'refused' : 'failed', [
        citeAnswer(udp),
        citeAnswer(tcp),
      ])
    default:
      return absent(citeAnswer(tcp))
  }
}

function present(
  look: DnsLook,
  tcp: Facts['tcp'],
  because: Extract<Inference<Facts>, { is: 'present' }>['because'],
): Inference<Facts> {
  return {
    is: 'present',
    certainty: 'certain',
    bearing: 'fault',
    facts: {
      name: look.saw.name,
      type: look.saw.type,
      server: look.saw.server ?? 'this machine',
      resolver: whom(look),
      tcp,
    },
    because,
  }
}

function toTcp(tcp: Facts['tcp']): string {
  switch (tcp) {
    case 'refused':
      return 'refuses connections'
    case 'silent':
      return 'keeps silent'
    case 'failed':
      return 'gives no answer'
  }
}
