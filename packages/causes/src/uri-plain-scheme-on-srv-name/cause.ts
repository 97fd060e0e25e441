import { absent, cite, defineCause, firstSeen, looksOf, says, seenBy, unknown } from '@mongowhy/core'
import type { Ask, Cause, Evidence, SeenLook } from '@mongowhy/core'

import { ask } from '../kit/evidence.ts'

interface Facts {
  readonly host: string
  readonly targets: readonly string[]
}

/** Both families, asked and answered with nothing. */
function withoutAddress(evidence: Evidence, host: string): readonly SeenLook<'dns.query'>[] | null {
  const asked = seenBy(evidence, 'dns.query').filter(
    ({ ask: { vary } }) => vary.name === host && (vary.type === 'A' || vary.type === 'AAAA'),
  )
  const types = new Set(asked.map(({ ask: { vary } }) => vary.type))
  const nothing = asked.every(({ saw: { outcome } }) => outcome === 'nodata' || outcome === 'nxdomain')
  return types.size === 2 && nothing ? asked : null
}

export const cause: Cause = defineCause<Facts>({
  code: 'uri-plain-scheme-on-srv-name',
  title: 'mongodb:// is used with a name that has only SRV records',
  scope: 'target',
  refines: ['dns-host-missing', 'dns-single-label'],
  infer: (evidence) => {
    const look = firstSeen(evidence, 'uri.parse')
    if (look === undefined) return unknown()
    const { scheme, hosts } = look.saw
    if (scheme !== 'mongodb') return absent(cite(look, says`the string is not one of mongodb://`))
    const names = hosts.filter(({ kind }) => kind === 'name').map(({ host }) => host)
    if (names.length === 0) return absent(cite(look, says`the string names addresses only`))
    const missing: Ask[] = []
    for (const host of names) {
      const nothing = withoutAddress(evidence, host)
      const [first, ...more] = nothing ?? []
      if (first === undefined) continue
      const name = `_mongodb._tcp.${host}`
      const asked = looksOf(evidence, 'dns.query').filter(({ ask: { vary } }) => vary.name === name)
      const server = evidence.options.resolvers[0]
      if (asked.length === 0) {
        missing.push(
          ask('dns.query', null, {
            name,
            type: 'SRV',
            resolver: server === undefined ? 'runtime' : { server },
          }),
        )
        continue
      }
      for (const found of asked) {
        if (found.status !== 'seen' || found.saw.outcome !== 'answer') continue
        const targets = found.saw.records.flatMap((record) => (record.type === 'SRV' ? [record.target] : []))
        if (targets.length === 0) continue
        return {
          is: 'present',
          certainty: 'certain',
          bearing: 'fault',
          facts: { host, targets: targets.slice(0, 8) },
          because: [
            cite(first, says`${host} has no address`),
            ...more.map((each) => cite(each, says`${host} has no address of type ${each.saw.type}`)),
            cite(found, says`under ${name} stand SRV records of ${targets.length} hosts`),
          ],
        }
      }
    }
    if (missing.length > 0) return unknown(...missing)
    const resolved = seenBy(evidence, 'dns.query').filter(({ ask: { vary } }) => names.includes(vary.name))
    return resolved.length === 0
      ? unknown()
      : absent(...resolved.slice(0, 4).map((each) => cite(each, says`${each.saw.name}: ${each.saw.outcome}`)))
  },
  advise: ({ host, targets }) => ({
    title: says`${host} is the name of a cluster: it needs mongodb+srv://`,
    explanation: says`The name has no address of its own. What it has is a list of the cluster's hosts, which drivers ask for only with mongodb+srv://. With mongodb:// they look for a host of that name and find none.`,
    steps: [
      says`Write mongodb+srv:// for mongodb://, and take the port away.`,
      says`Where a program takes only host and port, name the members instead: ${targets.join(', ')}`,
    ],
  }),
})
