import { absent, defineCause, unknown } from '@mongowhy/core'
import type { Cause, Certainty, Evidence, Inference } from '@mongowhy/core'

import {
  asked,
  citeAnswer,
  otherFamilyFound,
  pathLooks,
  question,
  saysSomething,
  srvHostOf,
  srvLook,
  systemResolvers,
  txtLook,
  whom,
} from '../kit/dns.ts'
import type { DnsLook } from '../kit/dns.ts'
import { advise } from './words.ts'
import type { Facts, How } from './words.ts'

export const cause: Cause = defineCause<Facts>({
  code: 'dns-resolver-refuses',
  title: 'The resolver refuses, or cannot be reached',
  scope: 'target',
  infer(evidence) {
    const looks = pathLooks(evidence)
    if (looks.length === 0) return unknown()
    const inOrder = looks.toSorted(
      (a, b) => Number(otherFamilyFound(a, looks)) - Number(otherFamilyFound(b, looks)),
    )
    for (const look of inOrder) {
      const told = judge(look)
      if (told !== null) return otherFamilyFound(look, looks) ? { ...told, bearing: 'advisory' } : told
    }
    const working = looks.filter(({ saw }) => saysSomething(saw))
    if (working.length > 0) return absent(...working.slice(0, 2).map(citeAnswer))
    const srv = srvLook(evidence)
    if (srv?.saw.outcome === 'timeout') return silent(evidence, srv)
    const temporary = looks.find(({ saw }) => saw.outcome === 'temporary' || saw.outcome === 'timeout')
    return temporary === undefined ? unknown() : behindTheSystem(evidence, temporary)
  },
  advise,
})

type Present = Extract<Inference<Facts>, { readonly is: 'present' }>

function judge(look: DnsLook): Present | null {
  switch (look.saw.outcome) {
    case 'refused':
      return present(look, 'refuses', 'certain')
    case 'unreachable':
      return look.saw.errno === 'ECONNREFUSED'
        ? present(look, 'closed', 'certain')
        : present(look, 'unreachable', 'certain')
    case 'answer':
    case 'nodata':
    case 'nxdomain':
    case 'servfail':
    case 'rcode':
    case 'timeout':
    case 'malformed':
    case 'truncated':
    case 'temporary':
    case 'failed':
      return null
  }
}

/** Silence is the resolver's own only where it is silent to every question; otherwise one type of question is dropped. */
function silent(evidence: Evidence, srv: DnsLook): Inference<Facts> {
  const host = srvHostOf(evidence)
  const { resolver } = srv.ask.vary
  const txt = txtLook(evidence)
  const addressOf = { name: host ?? '', type: 'A', resolver } as const
  // A resolver of the user's or the network's is asked in packets of our own, with EDNS; old boxes drop those.
  const { name, type } = srv.ask.vary
  const plain = resolver === 'system' ? [] : [{ name, type, resolver, edns: false } as const]
  const address = asked(evidence, addressOf)
  const without = plain.map((vary) => ({ vary, told: asked(evidence, vary) }))
  const missing = without.flatMap(({ vary, told }) => (told === 'unasked' ? [question(vary)] : []))
  if (address === 'unasked') return unknown(question(addressOf), ...missing)
  const others = [txt, address].filter((each) => typeof each === 'object')
  const heard = others.filter(({ saw }) => saysSomething(saw))
  if (heard.length > 0) return absent(...heard.map(citeAnswer))
  for (const { told } of without) {
    if (typeof told === 'object' && saysSomething(told.saw)) return present(srv, 'edns', 'likely', [told])
  }
  const mute = others.filter(({ saw }) => saw.outcome === 'timeout')
  return mute.length === 0 ? unknown() : { ...present(srv, 'silent', 'likely', mute), missing }
}

/** getaddrinfo says only that it found nothing out; the resolver that it asks is asked in a packet of our own. */
function behindTheSystem(evidence: Evidence, look: DnsLook): Inference<Facts> {
  const { name, type } = look.saw
  const questions = systemResolvers(evidence)
    .slice(0, 1)
    .map((server) => ({ name, type, resolver: { server } }) as const)
  const missing = questions.filter((vary) => asked(evidence, vary) === 'unasked')
  if (missing.length > 0) return unknown(...missing.map(question))
  const [told] = questions.map((vary) => asked(evidence, vary))
  if (typeof told === 'object') {
    const verdict = judge(told)
    if (verdict !== null) return verdict
    if (told.saw.outcome === 'timeout') return present(told, 'silent', 'likely', [look])
    return unknown()
  }
  // A resolver that the user named and that kept silent on an address is told without a second question.
  return look.saw.server !== null && look.saw.outcome === 'timeout'
    ? present(look, 'silent', 'likely')
    : unknown()
}

function present(look: DnsLook, how: How, certainty: Certainty, also: readonly DnsLook[] = []): Present {
  const { name, type, server } = look.saw
  const errno = look.saw.outcome === 'unreachable' ? look.saw.errno : null
  return {
    is: 'present',
    certainty,
    bearing: 'fault',
    facts: { how, name, type, server: server ?? 'this machine', resolver: whom(look), errno },
    because: [citeAnswer(look), ...also.map(citeAnswer)],
  }
}
