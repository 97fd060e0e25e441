import { absent, defineCause, listed, says, sentence, together, unknown } from '@mongowhy/core'
import type { Cause, Evidence, Inference, Phrase } from '@mongowhy/core'

import {
  asked,
  citeAnswer,
  opinions,
  question,
  saysSomething,
  srvHostOf,
  srvLook,
  txtLook,
  whom,
} from '../kit/dns.ts'
import type { DnsLook } from '../kit/dns.ts'

interface Facts {
  readonly name: string
  readonly server: string
  readonly resolver: Phrase
  /** Where the same question was answered. */
  readonly answeredBy: readonly string[]
  readonly byTcp: boolean
  /** The resolver did answer, with this code; null: it kept silent. */
  readonly code: number | null
}

const codeNames: ReadonlyMap<number, string> = new Map([
  [1, 'FORMERR'],
  [4, 'NOTIMP'],
])

export const cause: Cause = defineCause<Facts>({
  code: 'dns-srv-dropped',
  title: 'SRV questions are dropped on the way',
  scope: 'target',
  infer(evidence) {
    const host = srvHostOf(evidence)
    const look = srvLook(evidence)
    if (host === null || look === undefined) return unknown()
    if (look.saw.outcome === 'rcode') return refusedKind(evidence, host, look, look.saw.rcode)
    if (look.saw.outcome !== 'timeout') return saysSomething(look.saw) ? absent(citeAnswer(look)) : unknown()
    const { resolver } = look.ask.vary
    // Node's own resolver hides whether the question was lost or a long answer; ours does not.
    const { server } = look.saw
    const own = server === null ? [] : [{ name: look.saw.name, type: 'SRV', resolver: { server } } as const]
    const byTcp = own.map((vary) => ({ ...vary, transport: 'tcp' }) as const)
    const byUdp =
      look.saw.transport === 'c-ares' ? own.map((vary) => ({ ...vary, transport: 'udp' }) as const) : []
    const questions = [{ name: host, type: 'A', resolver } as const, ...byTcp, ...byUdp]
    const missing = questions.filter((vary) => asked(evidence, vary) === 'unasked')
    if (missing.length > 0) return unknown(...missing.map(question))
    const heardByUdp = byUdp
      .map((vary) => asked(evidence, vary))
      .find((each) => typeof each === 'object' && saysSomething(each.saw))
    if (typeof heardByUdp === 'object') return absent(citeAnswer(heardByUdp))
    const [address] = questions.map((vary) => asked(evidence, vary))
    const others = [txtLook(evidence), address].filter((each) => typeof each === 'object')
    const heard = others.filter(({ saw }) => saysSomething(saw))
    if (heard.length === 0) {
      const mute = others.filter(({ saw }) => saw.outcome === 'timeout')
      return mute.length === 0 ? unknown() : absent(...mute.map(citeAnswer))
    }
    const answers = opinions(evidence, look.saw.name, 'SRV').filter(
      ({ id, saw }) => id !== look.id && saw.outcome === 'answer',
    )
    return {
      is: 'present',
      // Two packets lost, and no other: chance is unlikely, but only an answer by another way rules it out.
      certainty: answers.length > 0 ? 'certain' : 'likely',
      bearing: 'fault',
      facts: {
        name: look.saw.name,
        server: look.saw.server ?? 'this machine',
        resolver: whom(look),
        answeredBy: answers.flatMap(({ saw }) => (saw.transport === 'udp' ? (saw.server ?? []) : [])),
        byTcp: answers.some(({ saw }) => saw.transport === 'tcp'),
        code: null,
      },
      because: [citeAnswer(look), ...heard.map(citeAnswer), ...answers.map(citeAnswer)],
    }
  },
  advise: ({ name, server, resolver, answeredBy, byTcp, code }) => ({
    title:
      code === null
        ? says`SRV questions to ${server} get no answer, while other questions do`
        : says`${server} does not know SRV questions: it turns them down with code ${code} (${codeNames.get(code) ?? 'an error'}), and answers others`,
    explanation: sentence(
      resolver,
      code === null
        ? says`answers other questions, but not the one for the SRV record ${name}. Some routers, mobile networks and providers drop SRV; the driver then waits, up to a minute, and reports a time-out.`
        : says`answers other questions, and turns down the one for the SRV record ${name}, whatever stands in the zone. Simple forwarders (of routers, VPN clients, test tools) know addresses alone.`,
      byTcp ? says`By TCP the same resolver does answer.` : says``,
      answeredBy.length > 0
        ? together(says`The record exists:`, listed(answeredBy), says`answered with it.`)
        : says``,
    ),
    steps: [
      says`Use another resolver, such as the one of your provider's business line or a public one, and set it in the system's network settings.`,
      says`Or do without SRV: take the long form of the connection string (mongodb:// with every host); Atlas shows it under Connect, Drivers, for an older driver version.`,
      says`If it happens behind one router only, update or replace its DNS forwarder; from a phone's hotspot it usually works.`,
    ],
    ...(code === null
      ? {
          confirm: says`dig SRV ${name} @${server} beside dig A with the same name: only SRV silent, here and again.`,
        }
      : {}),
  }),
})

/** The resolver turns this kind of question down, where others are answered: it is made without SRV records in mind. */
function refusedKind(evidence: Evidence, host: string, look: DnsLook, code: number): Inference<Facts> {
  // Other codes are about the name or the zone, and SRV questions have no part in them.
  if (!codeNames.has(code)) return absent(citeAnswer(look))
  const address = { name: host, type: 'A', resolver: look.ask.vary.resolver } as const
  const other = asked(evidence, address)
  if (other === 'unasked') return unknown(question(address))
  const answered = typeof other === 'object' && ['answer', 'nodata', 'nxdomain'].includes(other.saw.outcome)
  if (!answered) return unknown()
  return {
    is: 'present',
    certainty: 'certain',
    bearing: 'fault',
    facts: {
      name: look.saw.name,
      server: look.saw.server ?? 'this machine',
      resolver: whom(look),
      answeredBy: [],
      byTcp: false,
      code,
    },
    because: [citeAnswer(look), citeAnswer(other)],
  }
}
