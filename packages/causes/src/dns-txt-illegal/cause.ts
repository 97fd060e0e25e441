import { absent, cite, defineCause, listed, says, together, txtOptions, unknown } from '@mongowhy/core'
import type { Cause, Phrase, TxtProblem } from '@mongowhy/core'

import { citeAnswer, srvLook, txtLook, whom } from '../kit/dns.ts'

interface Facts {
  readonly name: string
  readonly resolver: Phrase
  readonly problem: TxtProblem
}

export const cause: Cause = defineCause<Facts>({
  code: 'dns-txt-illegal',
  title: 'The TXT record is not one that drivers accept',
  scope: 'target',
  infer(evidence) {
    const srv = srvLook(evidence)
    const txt = txtLook(evidence)
    if (srv === undefined || txt === undefined || srv.saw.outcome !== 'answer') return unknown()
    const { saw } = txt
    if (saw.outcome === 'nodata' || saw.outcome === 'nxdomain') return absent(citeAnswer(txt))
    if (saw.outcome !== 'answer') return unknown()
    const { problem } = txtOptions(saw.records)
    if (problem === null)
      return absent(cite(txt, says`the TXT record of ${saw.name} is one that drivers accept`))
    return {
      is: 'present',
      certainty: 'certain',
      bearing: 'fault',
      facts: { name: saw.name, resolver: whom(txt), problem },
      because: [cite(txt, together(says`the TXT record of ${saw.name}`, found(problem)))],
    }
  },
  advise: ({ name, resolver, problem }) => ({
    title: together(says`The TXT record of ${name} is illegal: it`, found(problem)),
    explanation: together(
      says`Drivers take options from this record and refuse it unless it is a single one that sets only authSource, replicaSet and loadBalanced, none of them empty. What`,
      resolver,
      says`returned is not that, so they stop before they connect to any server.`,
    ),
    steps: [
      step(name, problem),
      says`Check with dig TXT ${name}, and mind the time to live: resolvers keep the old record until it runs out.`,
      says`Until it is mended, mongodb:// with every host needs no TXT record.`,
    ],
    operator: [
      says`The zone: TXT at ${name}, one record that sets only authSource, replicaSet and loadBalanced; all else under names of its own.`,
    ],
  }),
})

function found(problem: TxtProblem): Phrase {
  switch (problem.is) {
    case 'many-records':
      return says`consists of ${problem.count} records, where one is allowed`
    case 'other-option':
      return together(says`sets`, listed(problem.names), says`, which it may not`)
    case 'empty-option':
      return together(says`leaves`, listed(problem.names), says`empty`)
  }
}

function step(name: string, problem: TxtProblem): Phrase {
  switch (problem.is) {
    case 'many-records':
      return says`In the zone, leave one TXT record at ${name} and move the others elsewhere: a mail or ownership record (v=spf1, google-site-verification) needs a name of its own.`
    case 'other-option':
      return says`In the zone, take the other options out of the record at ${name} and put them into the connection string.`
    case 'empty-option':
      return says`In the zone, give the option a value, or take it out of the record at ${name}.`
  }
}
